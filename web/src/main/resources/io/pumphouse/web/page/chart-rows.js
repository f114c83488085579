// The same as a chart for those who do not look at pictures: a table, and files to take along.

import { lines } from "./chart-lines.js";
import { shown } from "./chart-shades.js";
import { parts } from "./chart-shares.js";
import { points } from "./chart-store.js";
import { colour, moment, number, root, words } from "./chart-words.js";

const MOST_ROWS = 2_000;

const ofParts = (facts) => ({
  head: [words.part, "h"],
  body: parts(facts).map(([name, hours]) => [name, hours]),
});

const ofFlow = (flow) => ({
  head: [words.from, words.to, "kWh", words.certainty],
  body: flow.links.map(({ from, to, kwh, certainty }) => [
    words[from],
    words[to],
    kwh,
    words[certainty],
  ]),
});

/** Every line, shown or not, and the shades that are. */
function ofTime(panel) {
  const all = [...lines(panel), ...shown().map((shade) => ({ ...shade, unit: "", factor: 1 }))];
  const columns = all.map(({ metric }) => points(metric));
  return {
    head: [words.time, ...all.map(({ label, unit }) => (unit ? `${label}, ${unit}` : label))],
    body: (columns[0] ?? []).map(({ at }, i) => [
      new Date(at),
      ...columns.map((column, c) =>
        (column[i]?.mean ?? null) === null ? null : column[i].mean * Number(all[c].factor),
      ),
    ]),
  };
}

/** What the table shows and the file holds. */
export function rows(panel, { facts, flow }) {
  switch (panel.dataset.chart) {
    case "run-time":
      return ofParts(facts);
    case "energy-flow":
      return ofFlow(flow);
    default:
      return ofTime(panel);
  }
}

const cell = (value) => {
  if (value === null) return "–";
  if (value instanceof Date) return moment.format(value);
  return typeof value === "number" ? number(value, 2) : value;
};

function row(values, isHead) {
  const line = document.createElement("tr");
  values.forEach((value, i) => {
    const place = document.createElement(i === 0 || isHead ? "th" : "td");
    if (place.tagName === "TH") place.scope = isHead ? "col" : "row";
    place.textContent = cell(value);
    line.append(place);
  });
  return line;
}

export function fillTable(panel, told) {
  const { head, body } = rows(panel, told);
  panel.querySelector("thead").replaceChildren(row(head, true));
  panel
    .querySelector("tbody")
    .replaceChildren(...body.slice(-MOST_ROWS).map((values) => row(values, false)));
}

const quoted = (value) => {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString();
  // A spreadsheet must not take a name for a formula.
  return typeof value === "number"
    ? String(value)
    : `"${value.replaceAll('"', '""').replace(/^[=+@-]/, "'$&")}"`;
};

function save({ dataset: { chart } }, address, kind) {
  const link = document.createElement("a");
  link.href = address;
  link.download = `${root.dataset.pump}-${chart}.${kind}`;
  link.click();
}

export function saveRows(panel, told) {
  const { head, body } = rows(panel, told);
  const text = [head, ...body].map((values) => values.map(quoted).join()).join("\r\n");
  const address = URL.createObjectURL(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv" }));
  save(panel, address, "csv");
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function savePicture(panel, chart) {
  save(panel, chart.getDataURL({ pixelRatio: 2, backgroundColor: colour("sheet") }), "png");
}
