// One chart on the page: its buttons, its boxes, its table, and when it is drawn.

import { kept } from "./chart-choice.js";
import { lines, overTime } from "./chart-lines.js";
import { fillTable, rows, savePicture, saveRows } from "./chart-rows.js";
import { donut, isPartlyEstimated, sankey } from "./chart-shares.js";
import { isFilled } from "./chart-store.js";
import { language, words } from "./chart-words.js";

const GROUP = "analysis";

const part = (panel, name) => panel.querySelector(`[data-part="${name}"]`);

/** What the charts are told besides the curves: {facts, flow, view}; what is not yet known, is null. */
export const told = { facts: null, flow: null, view: null };

function put(element, text, lang = language) {
  element.lang = lang;
  element.textContent = text;
  element.hidden = text === "";
}

const estimateOf = (panel) =>
  panel.dataset.ofEnergy === "true" ? (told.facts?.estimate ?? "") : "";

function options(panel) {
  switch (panel.dataset.chart) {
    case "run-time":
      return donut(told.facts);
    case "energy-flow":
      return sankey(told.flow);
    default:
      return overTime(panel, told.facts?.cop ?? null, estimateOf(panel), told.view);
  }
}

/** Whether there is anything to draw it from yet. */
function isReady(panel) {
  const needed = { "run-time": told.facts, "energy-flow": told.flow }[panel.dataset.chart];
  return needed === undefined ? isFilled() : needed !== null;
}

const isEmpty = (panel) =>
  !rows(panel, told).body.some((values) =>
    values.slice(1).some((value) => typeof value === "number"),
  );

function note(panel) {
  const { flow } = told;
  if (panel.dataset.chart === "energy-flow" && flow.why) return [flow.why, "en"];
  if (isEmpty(panel)) return [words.nothing];
  return [panel.dataset.chart === "energy-flow" && isPartlyEstimated(flow) ? words.paler : ""];
}

function showEstimate(panel) {
  const estimate = estimateOf(panel);
  part(panel, "estimate").hidden = estimate === "";
  part(panel, "basis").textContent = estimate;
}

export function draw({ panel, chart }) {
  if (!isReady(panel)) return;
  chart.setOption(options(panel), { notMerge: true });
  put(part(panel, "note"), ...note(panel));
  showEstimate(panel);
  if (panel.querySelector("details").open) fillTable(panel, told);
}

/** What is seen of a chart over time, as shares of the whole: {start, end} in per cent. */
export const zoomOf = ({ chart }) => chart.getOption().dataZoom[0];

export function setUp(panel, zoomed) {
  const chart = window.echarts.init(panel.querySelector(".plot"), null, { renderer: "canvas" });
  const entry = { panel, chart, isOverTime: lines(panel).length > 0 };
  for (const box of panel.querySelectorAll("[data-metric]")) {
    kept(box, `chart ${panel.dataset.chart} ${box.dataset.metric}`, () => draw(entry));
  }
  const whole = part(panel, "whole");
  if (entry.isOverTime) {
    chart.group = GROUP;
    chart.on("datazoom", () => {
      const { start, end } = zoomOf(entry);
      whole.hidden = start <= 0 && end >= 100;
      zoomed(entry);
    });
  }
  whole.addEventListener("click", () =>
    chart.dispatchAction({ type: "dataZoom", start: 0, end: 100 }),
  );
  panel.querySelector("details").addEventListener("toggle", ({ target }) => {
    if (target.open && isReady(panel)) fillTable(panel, told);
  });
  part(panel, "csv").addEventListener("click", () => isReady(panel) && saveRows(panel, told));
  part(panel, "png").addEventListener("click", () => savePicture(panel, chart));
  new ResizeObserver(() => chart.resize()).observe(chart.getDom());
  return entry;
}

/** All charts over time zoom together and share a crosshair. */
export const connect = () => window.echarts.connect(GROUP);
