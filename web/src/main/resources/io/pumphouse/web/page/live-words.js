// What the numbers of the page say in its language, as Wording.java finds it: figures, and why there
// is none.

import { tell, words } from "./page-words.js";

/** True minus, thin groups from five digits on, the language's own decimal mark. */
function number(value, places) {
  const [whole, parts] = Math.abs(value).toFixed(places).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") : whole;
  return (value < 0 ? "\u2212" : "") + grouped + (parts ? words["decimal-mark"] + parts : "");
}

function fault(reason) {
  const [code, detail] = reason.split(":");
  return tell(`fault.${code}`, detail);
}

/** What stands large on a card, and what small beside it. */
export function wording(card, reading, meaning) {
  if (reading.state === "missing") return [words.missing, ""];
  if (reading.state === "invalid") return [fault(reading.reason), ""];
  if (card.dataset.switch === "true") return [Number(reading.value) === 0 ? words.off : words.on, ""];
  const figure = number(Number(reading.value), Number(card.dataset.places));
  return meaning ? [words[`meaning.${meaning}`] ?? meaning, figure] : [figure, card.dataset.unit ?? ""];
}
