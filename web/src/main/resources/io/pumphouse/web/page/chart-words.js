// What the charts say and how: words, numbers and times in the language of the page, by the clocks
// of the site, in the colours of the style sheet.

export const root = document.getElementById("charts");
export const words = {};
for (const word of root?.querySelectorAll("[data-word]") ?? []) {
  words[word.dataset.word] = word.textContent;
}

export const language =
  { en: "en-GB" }[document.documentElement.lang] ?? document.documentElement.lang;
const timeZone = root?.dataset.zone;
const format = (how) => new Intl.DateTimeFormat(language, { timeZone, ...how });
const clock = format({ hour: "2-digit", minute: "2-digit" });
const day = format({ day: "numeric", month: "short" });
export const moment = format({ dateStyle: "medium", timeStyle: "short" });

const figures = [0, 1, 2].map(
  (places) =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
      useGrouping: "min2",
    }),
);
const placesOf = { "°C": 1, K: 1, "": 2, kWh: 1, h: 1 };

/** A number with so many decimal places. */
export const number = (value, places) => figures[places].format(value);

/** A number as people want it in this unit; a dash where there is none. */
export const figure = (value, unit) =>
  value === null || value === undefined
    ? "–"
    : number(value, placesOf[unit] ?? 0) + (unit ? `\u00a0${unit}` : "");

/** What stands at an axis of time that shows so many milliseconds. */
export const tick = (at, span) => (span > 172_800_000 ? day : clock).format(at);

export const colour = (name) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** How far the site's clocks are from UTC. The charts tick by UTC, so times are moved by it. */
export function offset(at) {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const name = parts.formatToParts(at).find(({ type }) => type === "timeZoneName").value;
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
  return hours ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
}
