// Draws the charts of the page: what the agent stored, nothing invented. A gap stays a gap, and
// what was estimated says so. All charts over time share zoom and crosshair.

const MOST_METRICS = 12; // in one question
const AGAIN_EVERY = 60_000;
const MOST_ROWS = 2_000;
const GROUP = "analysis";

const root = document.getElementById("charts");
const notice = document.getElementById("chart-notice");
const words = {};
const panels = [];

// --- Words, numbers, times ----------------------------------------------------------------------

const language = { en: "en-GB" }[document.documentElement.lang] ?? document.documentElement.lang;
const zone = root?.dataset.zone;
const clock = new Intl.DateTimeFormat(language, { timeZone: zone, hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(language, { timeZone: zone, day: "numeric", month: "short" });
const moment = new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: "medium", timeStyle: "short" });
const figures = [0, 1, 2].map(
  (places) => new Intl.NumberFormat(language, { minimumFractionDigits: places, maximumFractionDigits: places, useGrouping: "min2" }),
);
const places = { "°C": 1, K: 1, "": 2, kWh: 1, h: 1 };

const figure = (value, unit) =>
  value === null || value === undefined
    ? "–"
    : figures[places[unit] ?? 0].format(value) + (unit ? `\u00a0${unit}` : "");

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** How far the site's clocks are from UTC. The charts tick by UTC, so times are moved by it. */
function offset(at) {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at);
  const [, sign, hours, minutes] =
    /GMT(?:([+-])(\d\d):(\d\d))?/.exec(parts.find(({ type }) => type === "timeZoneName").value) ?? [];
  return hours ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
}

// --- What is fetched ----------------------------------------------------------------------------

async function ask(what, parameters = "") {
  const answer = await fetch(`${root.dataset.api}/${what}?${root.dataset.query}${parameters}`);
  if (!answer.ok) throw new Error(`${what}: ${answer.status}`);
  return answer.json();
}

/** Every metric of every chart: [{at, low, mean, high, quality}, …] by its name. */
async function fetchCurves() {
  const metrics = [...new Set([...root.querySelectorAll("[data-metric]")].map((box) => box.dataset.metric))];
  const parts = [];
  for (let at = 0; at < metrics.length; at += MOST_METRICS) parts.push(metrics.slice(at, at + MOST_METRICS));
  const curves = new Map();
  for (const part of parts) {
    const { t, series } = await ask("series", `&metrics=${part.join()}`);
    const times = t.map((text) => Date.parse(text));
    for (const [metric, { min, avg, max, quality }] of Object.entries(series)) {
      curves.set(
        metric,
        times.map((at, i) => ({ at, low: min[i], mean: avg[i], high: max[i], quality: quality[i] })),
      );
    }
  }
  return curves;
}

// --- Charts over time ---------------------------------------------------------------------------

const lines = (panel) =>
  [...panel.querySelectorAll("[data-metric]")].map((box) => {
    const label = box.closest("label");
    return { ...box.dataset, box, label: label.textContent.trim(), ...label.dataset };
  });

const dashes = { dashed: [6, 4], dotted: [2, 3] };

function curve(line, points, moved) {
  const isState = line.look === "state";
  const tone = colour(line.tone);
  return {
    name: line.label,
    type: "line",
    step: isState ? "end" : false,
    data: points.map(({ at, mean }) => [at + moved, mean === null ? null : mean * line.factor]),
    yAxisIndex: isState ? 2 : Number(line.axis),
    showSymbol: false,
    connectNulls: false,
    z: isState ? 1 : 3,
    color: tone,
    lineStyle: { width: isState ? 0 : 1.75, type: dashes[line.look] ?? "solid" },
    areaStyle: isState ? { opacity: line.tone === "dry" ? 0.38 : 0.22 } : undefined,
    emphasis: { disabled: true },
  };
}

/** Where none of these has a value. */
function gaps(all, moved) {
  const times = all[0]?.map(({ at }) => at) ?? [];
  const found = [];
  times.forEach((at, i) => {
    if (all.some((points) => points[i]?.mean !== null && points[i] !== undefined)) return;
    const end = (times[i + 1] ?? at) + moved;
    if (found.at(-1)?.[1].xAxis === at + moved) found.at(-1)[1].xAxis = end;
    else found.push([{ xAxis: at + moved, name: words.gap }, { xAxis: end }]);
  });
  return found;
}

const shade = (areas) => ({
  silent: true,
  label: { show: false },
  itemStyle: { color: colour("neutral"), opacity: 0.13 },
  data: areas,
});

function ticks(moved, span) {
  return (at) => (span > 172_800_000 ? day : clock).format(at - moved);
}

function overTime(panel, curves, summary) {
  const chosen = lines(panel);
  const shown = chosen.filter(({ box }) => box.checked);
  const from = Date.parse(summary.from);
  const to = Date.parse(summary.to);
  const moved = offset(to);
  const series = shown.map((line) => curve(line, curves.get(line.metric) ?? [], moved));
  const plain = chosen.filter(({ look }) => look !== "state");
  // A pump at rest has no COP, which is no gap: there its power tells whether anything is known.
  const telling = plain.map(({ metric }) => curves.get(metric === "cop" ? "electric_power" : metric) ?? []);
  if (series.length > 0) series[0].markArea = shade(gaps(telling, moved));
  const cop = panel.dataset.chart === "cop" ? summary.cop.cop : null;
  if (cop !== null && series.length > 0) series[0].markLine = period(cop);
  const unit = (axis) => plain.find((line) => Number(line.axis) === axis)?.unit ?? "";
  const axis = (at, isShown) => ({
    type: "value",
    name: unit(at),
    show: isShown,
    scale: unit(at) !== "W" && unit(at) !== "",
    position: at === 0 ? "left" : "right",
    splitLine: { show: at === 0, lineStyle: { color: colour("line") } },
    axisLabel: { color: colour("quiet"), formatter: (value) => figures[Number.isInteger(value) ? 0 : 1].format(value) },
    nameTextStyle: { color: colour("quiet") },
  });
  return {
    useUTC: true,
    animation: false,
    textStyle: { fontFamily: "system-ui, sans-serif" },
    grid: { left: 8, right: 8, top: 28, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      type: "time",
      min: from + moved,
      max: to + moved,
      axisLine: { lineStyle: { color: colour("neutral") } },
      axisLabel: { color: colour("quiet"), hideOverlap: true, formatter: ticks(moved, to - from) },
      splitLine: { show: false },
    },
    yAxis: [
      axis(0, true),
      axis(1, shown.some((line) => Number(line.axis) === 1)),
      { type: "value", min: 0, max: 100, show: false },
    ],
    dataZoom: [{ type: "inside", zoomOnMouseWheel: "ctrl", moveOnMouseMove: true, preventDefaultMouseMove: false }],
    tooltip: { ...tip(), trigger: "axis", formatter: told(chosen, moved) },
    axisPointer: { lineStyle: { color: colour("quiet") } },
    series,
  };
}

const tip = () => ({
  renderMode: "richText",
  confine: true,
  backgroundColor: colour("sheet"),
  borderColor: colour("line"),
  textStyle: { color: colour("ink"), fontSize: 12 },
});

const period = (cop) => ({
  silent: true,
  symbol: "none",
  lineStyle: { color: colour("quiet"), type: "dashed" },
  label: { color: colour("ink"), position: "insideEndTop", formatter: `${words.period} ${figure(cop, "")}` },
  data: [{ yAxis: cop }],
});

const told = (chosen, moved) => (points) => {
  const rows = points.map(({ seriesName, data }) => {
    const line = chosen.find(({ label }) => label === seriesName);
    return `${seriesName}  ${figure(data[1], line?.unit)}`;
  });
  return [moment.format(points[0].axisValue - moved), ...rows].join("\n");
};

// --- Donut and Sankey ---------------------------------------------------------------------------

function parts({ run_time: ran }) {
  const compressor = ran.compressor.hours;
  const hotWater = ran.hot_water.hours;
  const rest = compressor === null || hotWater === null ? compressor : Math.max(0, compressor - hotWater);
  return [
    [words.compressor, rest, "accent"],
    [words.compressor_hot_water, hotWater, "hot-water"],
    [words.additional, ran.additional_heat.hours, "electric"],
    [words.idle, ran.idle.hours, "dry"],
  ].filter(([, hours]) => hours !== null);
}

function donut(summary) {
  const ran = parts(summary).filter(([, hours]) => hours > 0);
  return {
    animation: false,
    legend: {
      bottom: 0,
      selectedMode: false,
      textStyle: { color: colour("ink") },
      formatter: (name) => `${name}  ${figure(ran.find(([part]) => part === name)[1], "h")}`,
    },
    tooltip: { ...tip(), formatter: ({ name, value, percent }) => `${name}  ${figure(value, "h")}  ${percent}\u00a0%` },
    series: [
      {
        type: "pie",
        center: ["50%", "40%"],
        radius: ["46%", "72%"],
        label: { show: false },
        itemStyle: { borderColor: colour("sheet"), borderWidth: 2 },
        data: ran.map(([name, value, tone]) => ({ name, value, itemStyle: { color: colour(tone) } })),
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

function sankey(flow) {
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
        draggable: false,
        label: { lineHeight: 16, color: colour("ink"), formatter: ({ name, value }) => `${words[name]}\n${figure(value, "kWh")}` },
        lineStyle: { color: "gradient", opacity: 0.35 },
        data: flow.nodes.map(({ id }) => ({ name: id, itemStyle: { color: colour(nodeTones[id] ?? "neutral"), borderWidth: 0 } })),
        links: flow.links.map(({ from, to, kwh, certainty }) => ({ source: from, target: to, value: kwh, certainty })),
      },
    ],
  };
}

// --- The same as a table, and as a file -----------------------------------------------------------

/** The rows behind a chart: what the table shows and the file holds. */
function rows(panel, { curves, summary, flow }) {
  switch (panel.dataset.chart) {
    case "run-time":
      return { head: [words.part, "h"], body: parts(summary).map(([name, hours]) => [name, hours]) };
    case "energy-flow":
      return {
        head: [words.from, words.to, "kWh", words.certainty],
        body: flow.links.map(({ from, to, kwh, certainty }) => [words[from], words[to], kwh, words[certainty]]),
      };
    default: {
      const all = lines(panel);
      const columns = all.map(({ metric }) => curves.get(metric) ?? []);
      const at = columns[0] ?? [];
      return {
        head: [words.time, ...all.map(({ label, unit }) => (unit ? `${label}, ${unit}` : label))],
        body: at.map((point, i) => [
          new Date(point.at),
          ...columns.map((column, c) => (column[i]?.mean == null ? null : column[i].mean * all[c].factor)),
        ]),
      };
    }
  }
}

const cell = (value) => {
  if (value === null) return "–";
  if (value instanceof Date) return moment.format(value);
  return typeof value === "number" ? figures[2].format(value) : value;
};

function fillTable(panel, data) {
  const row = (values, first) => {
    const line = document.createElement("tr");
    values.forEach((value, i) => {
      const place = document.createElement(i === 0 || first ? "th" : "td");
      if (place.tagName === "TH") place.scope = first ? "col" : "row";
      place.textContent = cell(value);
      line.append(place);
    });
    return line;
  };
  const { head, body } = rows(panel, data);
  panel.querySelector("thead").replaceChildren(row(head, true));
  panel.querySelector("tbody").replaceChildren(...body.slice(-MOST_ROWS).map((values) => row(values, false)));
}

const quoted = (value) => {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString();
  // A spreadsheet must not take a name for a formula.
  return typeof value === "number" ? String(value) : `"${value.replaceAll('"', '""').replace(/^[=+@-]/, "'$&")}"`;
};

function save({ dataset: { chart } }, address, kind) {
  const link = document.createElement("a");
  link.href = address;
  link.download = `${root.dataset.pump}-${chart}.${kind}`;
  link.click();
}

function saveRows(panel, data) {
  const { head, body } = rows(panel, data);
  const text = [head, ...body].map((values) => values.map(quoted).join()).join("\r\n");
  const address = URL.createObjectURL(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv" }));
  save(panel, address, "csv");
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// --- The page -------------------------------------------------------------------------------------

let fetched;

function options(panel) {
  switch (panel.dataset.chart) {
    case "run-time":
      return donut(fetched.summary);
    case "energy-flow":
      return sankey(fetched.flow);
    default:
      return overTime(panel, fetched.curves, fetched.summary);
  }
}

const isEmpty = (panel) =>
  !rows(panel, fetched).body.some((values) => values.slice(1).some((value) => typeof value === "number"));

function draw({ panel, chart }) {
  const zoom = chart.getOption()?.dataZoom;
  chart.setOption(options(panel), true);
  if (zoom?.length > 0) chart.setOption({ dataZoom: zoom.map(({ start, end }) => ({ start, end })) });
  const note = panel.querySelector('[data-part="note"]');
  const why = panel.dataset.chart === "energy-flow" ? fetched.flow.why : "";
  note.lang = why ? "en" : language;
  note.textContent = why || (isEmpty(panel) ? words.nothing : "");
  note.hidden = note.textContent === "";
  if (panel.querySelector("details").open) fillTable(panel, fetched);
}

const kept = (box) => `chart ${box.closest("[data-chart]").dataset.chart} ${box.dataset.metric}`;

function remember(box) {
  try {
    localStorage.setItem(kept(box), box.checked);
  } catch {
    // A browser that keeps nothing shows every line the next time.
  }
}

function recall(box) {
  try {
    box.checked = localStorage.getItem(kept(box)) !== "false";
  } catch {
    box.checked = true;
  }
}

function setUp(panel) {
  const chart = window.echarts.init(panel.querySelector(".plot"), null, { renderer: "canvas" });
  const entry = { panel, chart };
  panels.push(entry);
  for (const box of panel.querySelectorAll("[data-metric]")) {
    recall(box);
    box.addEventListener("change", () => {
      remember(box);
      if (fetched) draw(entry);
    });
  }
  const whole = panel.querySelector('[data-part="whole"]');
  if (lines(panel).length > 0) {
    chart.group = GROUP;
    chart.on("datazoom", () => {
      const { start, end } = chart.getOption().dataZoom[0];
      whole.hidden = start <= 0 && end >= 100;
    });
  }
  whole.addEventListener("click", () => chart.dispatchAction({ type: "dataZoom", start: 0, end: 100 }));
  panel.querySelector("details").addEventListener("toggle", ({ target }) => {
    if (target.open && fetched) fillTable(panel, fetched);
  });
  panel.querySelector('[data-part="csv"]').addEventListener("click", () => fetched && saveRows(panel, fetched));
  panel
    .querySelector('[data-part="png"]')
    .addEventListener("click", () =>
      save(panel, chart.getDataURL({ pixelRatio: 2, backgroundColor: colour("sheet") }), "png"),
    );
  new ResizeObserver(() => chart.resize()).observe(chart.getDom());
}

async function load() {
  try {
    const [curves, summary, flow] = await Promise.all([fetchCurves(), ask("summary"), ask("energy-flow")]);
    fetched = { curves, summary, flow };
  } catch {
    notice.textContent = words.failed;
    notice.hidden = false;
    setTimeout(load, AGAIN_EVERY);
    return;
  }
  notice.hidden = true;
  panels.forEach(draw);
  root.dataset.drawn = "true";
}

if (root) {
  for (const word of root.querySelectorAll("[data-word]")) words[word.dataset.word] = word.textContent;
  root.hidden = false;
  root.querySelectorAll("[data-chart]").forEach(setUp);
  window.echarts.connect(GROUP);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => fetched && panels.forEach(draw));
  load();
}
