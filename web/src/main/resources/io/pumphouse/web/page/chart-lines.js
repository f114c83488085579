// A chart over time, as ECharts wants to be told of it.

import { SHADE_AXIS, areas, shades } from "./chart-shades.js";
import { points, span } from "./chart-store.js";
import { colour, figure, moment, number, offset, tick, words } from "./chart-words.js";

const dashes = { dashed: [6, 4], dotted: [2, 3] };

/** The lines that a chart may show, as the page tells of them. */
export const lines = (panel) =>
  [...panel.querySelectorAll("[data-metric]")].map((box) => {
    const label = box.closest("label");
    return { ...box.dataset, box, label: label.textContent.trim(), ...label.dataset };
  });

/** A value between two gaps has no line to be seen by. */
function dots(curve, moved, factor) {
  const isGap = (i) => (curve[i]?.mean ?? null) === null;
  return curve.map(({ at, mean }, i) => {
    const value = [at + moved, mean === null ? null : mean * factor];
    return !isGap(i) && isGap(i - 1) && isGap(i + 1)
      ? { value, symbol: "circle", symbolSize: 4 }
      : value;
  });
}

function series(line, moved) {
  const isState = line.look === "state";
  return {
    id: line.metric,
    name: line.label,
    type: "line",
    step: isState ? "end" : false,
    data: dots(points(line.metric), moved, Number(line.factor)),
    yAxisIndex: isState ? SHADE_AXIS + 1 : Number(line.axis),
    symbol: "none",
    connectNulls: false,
    z: 3,
    color: colour(line.tone),
    lineStyle: { width: 1.75, type: dashes[line.look] ?? "solid" },
    emphasis: { disabled: true },
  };
}

const average = (cop) => ({
  silent: true,
  symbol: "none",
  lineStyle: { color: colour("quiet"), type: "dashed" },
  label: {
    color: colour("ink"),
    backgroundColor: colour("sheet"),
    padding: [2, 4],
    borderRadius: 3,
    position: "insideEndTop",
    formatter: `${words.period} ${figure(cop, "")}`,
  },
  data: [{ yAxis: cop }],
});

/** How much of its step a value rests on, where that is not all. */
const partly = (known) =>
  known == null || known > 0.995 ? "" : `  ${number(known * 100, 0)}\u00a0% ${words.known}`;

/** What the pointer tells: the time, and each line with how far it went in this step. */
const pointed = (all, moved, estimate) => (touched) => {
  const rows = touched.flatMap(({ seriesId, dataIndex }) => {
    const line = all.find(({ metric }) => metric === seriesId);
    if (!line) return [];
    const { low, mean, high, known } = points(line.metric)[dataIndex] ?? {};
    const said = (value) => figure(value == null ? null : value * Number(line.factor), line.unit);
    const range = low == null || said(low) === said(high) ? "" : `  (${said(low)} – ${said(high)})`;
    return [`${line.label}  ${estimate && mean != null ? "≈ " : ""}${said(mean)}${range}${partly(known)}`];
  });
  return [moment.format(touched[0].axisValue - moved), ...rows].join("\n");
};

export const tip = () => ({
  renderMode: "richText",
  confine: true,
  backgroundColor: colour("sheet"),
  borderColor: colour("line"),
  textStyle: { color: colour("ink"), fontSize: 12 },
});

function valueAxis(unit, isLeft, isShown) {
  return {
    type: "value",
    name: unit,
    show: isShown,
    scale: unit !== "W" && unit !== "",
    position: isLeft ? "left" : "right",
    splitLine: { show: isLeft, lineStyle: { color: colour("line") } },
    axisLabel: {
      color: colour("quiet"),
      formatter: (value) => number(value, Number.isInteger(value) ? 0 : 1),
    },
    nameTextStyle: { color: colour("quiet") },
  };
}

function timeAxis(from, to, moved) {
  return {
    type: "time",
    min: from + moved,
    max: to + moved,
    axisLine: { lineStyle: { color: colour("neutral") } },
    axisLabel: {
      color: colour("quiet"),
      hideOverlap: true,
      formatter: (at) => tick(at - moved, to - from),
    },
    splitLine: { show: false },
  };
}

/** From bottom to top of the chart, behind everything; states leave room above. */
const hidden = (max) => ({ type: "value", min: 0, max, show: false });

/** Everything of it; `estimate` is what it rests on, `view` the part that is seen, if it is not all. */
export function overTime(panel, cop, estimate, view) {
  const all = lines(panel);
  const { from, to } = span();
  const moved = offset(to);
  const shownLines = all.filter(({ box }) => box.checked);
  const curves = all.filter(({ look }) => look !== "state");
  // A pump at rest has no COP, which is no gap: there its power tells whether anything is known.
  const telling = curves.map(({ metric }) => points(metric === "cop" ? "electric_power" : metric));
  const unit = (axis) => curves.find((line) => Number(line.axis) === axis)?.unit ?? "";
  const isRight = shownLines.some((line) => Number(line.axis) === 1);
  const seen = view && { startValue: view.from + moved, endValue: view.to + moved };
  const background = { id: "background", type: "line", data: [], markArea: areas(telling, moved) };
  if (panel.dataset.chart === "cop" && cop !== null) background.markLine = average(cop);
  return {
    useUTC: true,
    animation: false,
    textStyle: { fontFamily: "system-ui, sans-serif" },
    grid: { left: 8, right: 8, top: 28, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: timeAxis(from, to, moved),
    yAxis: [
      valueAxis(unit(0), true, true),
      valueAxis(unit(1), false, isRight),
      hidden(1),
      hidden(100),
    ],
    dataZoom: [
      {
        type: "inside",
        zoomOnMouseWheel: "ctrl",
        moveOnMouseMove: true,
        preventDefaultMouseMove: false,
        filterMode: "none",
        ...(seen || { start: 0, end: 100 }),
      },
    ],
    tooltip: { ...tip(), trigger: "axis", formatter: pointed(all, moved, estimate) },
    axisPointer: { lineStyle: { color: colour("quiet") } },
    series: [background, ...shades(moved), ...shownLines.map((line) => series(line, moved))],
  };
}
