// The charts that are not over time: what the pump did with its hours, and where energy came from
// and went.

import { tip } from "./chart-lines.js";
import { colour, figure, words } from "./chart-words.js";

/** [what, hours, tone] of each part that is known. */
export function parts({ compressor, hotWater, additional, idle }) {
  const rest =
    compressor === null || hotWater === null ? compressor : Math.max(0, compressor - hotWater);
  return [
    [words.compressor, rest, "accent"],
    [words.compressor_hot_water, hotWater, "hot-water"],
    [words.additional, additional, "electric"],
    [words.idle, idle, "dry"],
  ].filter(([, hours]) => hours !== null);
}

export function donut(facts) {
  const ran = parts(facts).filter(([, hours]) => hours > 0);
  return {
    animation: false,
    legend: {
      bottom: 0,
      selectedMode: false,
      textStyle: { color: colour("ink") },
      formatter: (name) => `${name}  ${figure(ran.find(([part]) => part === name)[1], "h")}`,
    },
    tooltip: {
      ...tip(),
      formatter: ({ name, value, percent }) => `${name}  ${figure(value, "h")}  ${percent}\u00a0%`,
    },
    series: [
      {
        type: "pie",
        center: ["50%", "36%"],
        radius: ["40%", "64%"],
        label: { show: false },
        itemStyle: { borderColor: colour("sheet"), borderWidth: 2 },
        data: ran.map(([name, value, tone]) => ({
          name,
          value,
          itemStyle: { color: colour(tone) },
        })),
      },
    ],
  };
}

const nodeTones = {
  ground: "brine",
  electricity: "electric",
  heat_pump: "accent",
  additional_heat: "fault",
  heating: "heating",
  hot_water: "hot-water",
};

export const isPartlyEstimated = (flow) =>
  flow.links.some(({ certainty }) => certainty === "estimated");

const link = ({ from, to, kwh, certainty }) => ({
  source: from,
  target: to,
  value: kwh,
  certainty,
  lineStyle: { color: "gradient", opacity: certainty === "estimated" ? 0.2 : 0.45 },
});

export function sankey(flow) {
  const isEstimate = (id) =>
    flow.links.some(({ from, to, certainty }) => certainty === "estimated" && [from, to].includes(id));
  return {
    animation: false,
    tooltip: {
      ...tip(),
      formatter: ({ data }) =>
        data.source
          ? `${words[data.source]} → ${words[data.target]}\n${figure(data.value, "kWh")}, ${words[data.certainty]}`
          : words[data.name],
    },
    series: [
      {
        type: "sankey",
        left: 4,
        right: 96,
        top: 12,
        bottom: 12,
        nodeWidth: 12,
        nodeGap: 28,
        draggable: false,
        label: {
          lineHeight: 16,
          color: colour("ink"),
          formatter: ({ name, value }) =>
            `${words[name]}\n${isEstimate(name) ? "≈ " : ""}${figure(value, "kWh")}`,
        },
        data: flow.nodes.map(({ id }) => ({
          name: id,
          itemStyle: { color: colour(nodeTones[id] ?? "neutral"), borderWidth: 0 },
        })),
        links: flow.links.map(link),
      },
    ],
  };
}
