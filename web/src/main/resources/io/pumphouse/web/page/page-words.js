// What scripts of several pages say in the language of the page: texts, and ages in them.

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
