// What lies behind the lines of every chart over time: when the compressor ran, made hot water, and
// so on, as high as the share of each step; alarms, and times of which nothing is known.

import { points, span } from "./chart-store.js";
import { colour, root, words } from "./chart-words.js";

export const SHADE_AXIS = 2;

const tones = {
  compressor: ["dry", 0.4],
  "hot-water": ["hot-water", 0.22],
  "additional-heat": ["electric", 0.4],
  defrost: ["brine", 0.3],
};

let alarms = []; // [{from, to}, …]

const chosen = () =>
  [...(root?.querySelectorAll("[data-shade]") ?? [])]
    .map((label) => ({
      ...label.dataset,
      ...label.querySelector("input").dataset,
      label: label.textContent.trim(),
      isShown: label.querySelector("input").checked,
    }))
    .filter(({ isShown }) => isShown);

/** Those that are shown and tell of a metric, as the table has them too. */
export const shown = () => chosen().filter(({ metric }) => metric !== "");

/** What the agent knows of alarms, those that are over and those that are not. */
export function learnAlarms({ active, past }) {
  alarms = [
    ...past.map(({ since, until }) => ({ from: Date.parse(since), to: Date.parse(until) })),
    ...active.map(({ since }) => ({ from: since ? Date.parse(since) : 0, to: Infinity })),
  ];
}

/** The shades as series of a chart whose times are moved by so much. */
export function shades(moved) {
  return shown().map(({ shade, metric, full, label }) => {
    const [tone, opacity] = tones[shade];
    return {
      name: label,
      type: "line",
      step: "end",
      data: points(metric).map(({ at, mean }) => [
        at + moved,
        mean === null ? null : Math.min(1, mean / Number(full)),
      ]),
      yAxisIndex: SHADE_AXIS,
      symbol: "none",
      silent: true,
      z: 1,
      color: colour(tone),
      lineStyle: { width: 0 },
      areaStyle: { opacity },
      emphasis: { disabled: true },
      tooltip: { show: false },
    };
  });
}

/** Where none of these has a value. */
function gaps(all) {
  const found = [];
  const { step } = span();
  all[0]?.forEach(({ at }, i) => {
    if (all.some((curve) => curve[i] && curve[i].mean !== null)) return;
    const end = all[0][i + 1]?.at ?? at + step;
    if (found.at(-1)?.to === at) found.at(-1).to = end;
    else found.push({ from: at, to: end });
  });
  return found;
}

/** Alarms, and gaps in the curves that tell whether anything is known, as areas. */
export function areas(telling, moved) {
  const { from, to } = span();
  const isAlarmShown = chosen().some(({ shade }) => shade === "alarm");
  const area = (each, name, tone, opacity) => [
    {
      xAxis: Math.max(each.from, from) + moved,
      name,
      itemStyle: { color: colour(tone), opacity },
    },
    { xAxis: Math.min(each.to, to) + moved },
  ];
  return {
    silent: true,
    label: { show: false },
    data: [
      ...gaps(telling).map((gap) => area(gap, words.gap, "neutral", 0.13)),
      ...(isAlarmShown ? alarms : [])
        .filter((alarm) => alarm.from < to && alarm.to > from)
        .map((alarm) => area(alarm, words.alarm, "fault", 0.22)),
    ],
  };
}
