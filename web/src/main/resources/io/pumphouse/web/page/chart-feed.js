// Fetches what the charts are drawn from, and keeps it up to date while the page is open: by the
// live connection what is new, without one by asking for it.

import { isFilled, renew, span } from "./chart-store.js";
import { root } from "./chart-words.js";
import { isLive, on, send } from "./socket.js";

const MOST_METRICS = 16; // in one question
export const MOST_STEPS = 2_000; // in one answer
const ASK_EVERY = 30_000;
const DIGITS = 3; // a picture shows no more

const { api, query, pump, following } = root?.dataset ?? {};
export const isFollowing = following === "true";
let brief = "yes"; // nobody sees how far a value went in its step but at the pointer
let answeredAt = 0; // by the clock of this tab, when the end of the time was now

export async function ask(what, parameters = query) {
  const answer = await fetch(`${api}/${what}?${parameters}`);
  if (!answer.ok) throw new Error(`${what}: ${answer.status}`);
  return answer.json();
}

/** Every metric on the page, once, those of the shades last. */
function metrics() {
  const boxes = ["[data-chart]", "[data-shade]"].flatMap((place) => [
    ...root.querySelectorAll(`${place} [data-metric]`),
  ]);
  return [...new Set(boxes.map((box) => box.dataset.metric).filter(Boolean))];
}

/** What the agent has to work out is among the last: in one question it does so only once. */
async function fetchSeries(parameters) {
  const left = metrics();
  const questions = [];
  while (left.length > 0) questions.push(`${parameters}&digits=${DIGITS}&metrics=${left.splice(-MOST_METRICS)}`);
  return Promise.all(questions.map((question) => ask("series", question)));
}

const time = (at) => new Date(at).toISOString();

export async function fetchWhole() {
  const answers = await fetchSeries(`${query}&brief=${brief}`);
  answeredAt = performance.now();
  return answers;
}

/** The same, from now on with the least and the greatest of each step, which weigh as much again. */
export function fetchExtremes() {
  brief = "no";
  return fetchWhole();
}

/** A part in so many steps. */
export const fetchPart = (from, to, points) =>
  fetchSeries(`from=${time(from)}&to=${time(to)}&points=${points}`);

/** From where on steps are not over, or may have changed. */
const since = ({ to, step }) => to - 2 * step;

function subscribe() {
  if (!isFilled()) return;
  const { to, step } = span();
  const range = { from: time(since({ to, step })) };
  send({ type: "change_time_range", pump, metrics: metrics(), range, step_ms: step });
}

function askForNews() {
  const { to, step } = span();
  const steps = 2 + Math.ceil((performance.now() - answeredAt) / step);
  const from = since({ to, step });
  if (steps > MOST_STEPS) return fetchWhole();
  return fetchPart(from, from + steps * step, steps);
}

/**
 * Calls `changed` when there is something new, `outdated` when what is there cannot be continued,
 * `alarmed` when an alarm came or went. Times that are over change no more. Returns what to call
 * once the whole was fetched again.
 */
export function follow({ changed, outdated, alarmed }) {
  if (!isFollowing) return () => {};
  const take = (answers) => {
    answeredAt = performance.now();
    if (renew(answers)) changed();
    else outdated();
  };
  on("snapshot", subscribe);
  on("graph_update", (update) => isFilled() && take([update]));
  on("error", outdated);
  on("alarm", alarmed);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && isFilled()) send({ type: "request_update" });
  });
  setInterval(() => {
    if (!isLive() && !document.hidden && isFilled()) askForNews().then(take, () => {}); // it is asked again
  }, ASK_EVERY);
  return subscribe;
}
