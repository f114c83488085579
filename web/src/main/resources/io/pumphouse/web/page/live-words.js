// What the numbers of the page say in its language: ages, figures, and why there is none.

export const words = window.words; // from a script of their own

export function tell(key, ...parts) {
  return words[key].replace(/\{(\d)\}/g, (_, at) => parts[at]);
}

// --- Ages, in the same words as the server's Age.java ---------------------------------------

export function exact(seconds) {
  if (seconds < 120) return `${Math.max(0, seconds)}\u00a0s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)}\u00a0min`;
  if (seconds < 172_800) return `${Math.floor(seconds / 3600)}\u00a0h`;
  return `${Math.floor(seconds / 86_400)}\u00a0d`;
}

export function coarse(seconds) {
  if (seconds < 10) return words["just-now"];
  return tell("ago", seconds < 60 ? `${Math.floor(seconds / 10) * 10}\u00a0s` : exact(seconds));
}

// --- Words, as Wording.java finds them ---------------------------------------------------------

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
