// The page of analysis: draws the charts from what the agent stored, as soon as that is here, and
// from the key figures when those are; then keeps both up to date.

import { kept } from "./chart-choice.js";
import { connect, draw, setUp, told, zoomOf } from "./chart-panel.js";
import { MOST_STEPS, ask, fetchExtremes, fetchPart, fetchWhole, follow, isFollowing } from "./chart-feed.js";
import { learnAlarms } from "./chart-shades.js";
import { fill, refine, span } from "./chart-store.js";
import { root, words } from "./chart-words.js";

const AGAIN_EVERY = 60_000;
const RECKON_EVERY = 300_000;
const ZOOM_RESTS = 250;

const notice = document.getElementById("chart-notice");
const reckoned = document.getElementById("reckoned");
const panels = [];
let goOn = () => {};
let zoomTimer;
let questions = 0;
let loadedAt = -Infinity;

function drawAll() {
  if (!document.hidden) panels.forEach(draw);
}

function sayFailed(hasFailed) {
  notice.textContent = hasFailed ? words.failed : "";
  notice.hidden = !hasFailed;
}

// --- The whole time, and finer steps of the part that is seen --------------------------------------

async function load() {
  loadedAt = performance.now();
  try {
    const [answers, alarms] = await Promise.all([fetchWhole(), ask("alarms")]);
    fill(answers);
    learnAlarms(alarms);
  } catch {
    sayFailed(true);
    setTimeout(load, AGAIN_EVERY);
    return;
  }
  sayFailed(false);
  drawAll();
  goOn();
  root.dataset.drawn = "true";
}

/** What cannot be continued is fetched whole, but never again and again at once. */
function loadAnew() {
  if (performance.now() - loadedAt > AGAIN_EVERY) load();
}

/** Where a chart was zoomed into: all others follow by themselves, and then come finer steps. */
function zoomed(entry) {
  const { start, end } = zoomOf(entry);
  const { from, to } = span();
  const at = (share) => from + ((to - from) * share) / 100;
  told.view = start <= 0 && end >= 100 ? null : { from: at(start), to: at(end) };
  clearTimeout(zoomTimer);
  zoomTimer = setTimeout(() => sharpen(entry), ZOOM_RESTS);
}

async function sharpen({ chart }) {
  const question = ++questions;
  const { view } = told;
  const points = Math.min(MOST_STEPS, Math.max(300, Math.round(chart.getWidth())));
  const isFineEnough = !view || (view.to - view.from) / points >= span().step;
  const answers = isFineEnough ? null : await fetchPart(view.from, view.to, points).catch(() => null);
  if (question !== questions) return; // somebody zoomed on meanwhile
  refine(answers);
  drawAll();
  root.dataset.sharp = String(answers !== null);
}

// --- Key figures -----------------------------------------------------------------------------------

/** What the page says of the whole time: numbers, or null where they are not known. */
function factsOnPage() {
  const { estimate, ...figures } = document.getElementById("facts").dataset;
  const numbers = Object.entries(figures).map(([name, text]) => [
    name,
    text === "" ? null : Number(text),
  ]);
  return { ...Object.fromEntries(numbers), estimate };
}

async function reckon() {
  reckoned.ariaBusy = "false";
  told.facts = factsOnPage();
  drawAll();
  try {
    told.flow = await ask("energy-flow");
  } catch {
    sayFailed(true);
    return;
  }
  panels.filter(({ isOverTime }) => !isOverTime).forEach(draw);
  root.dataset.reckoned = "true";
}

/** Not while somebody types a price or reads what would be replaced. */
function reckonAgain() {
  const isInUse = reckoned.contains(document.activeElement) || reckoned.querySelector("[open]");
  if (document.hidden || isInUse) return;
  window.htmx.trigger(reckoned, "again");
  load(); // what came late, such as a counter that steps once an hour, changes what was drawn
}

function followFigures() {
  document.addEventListener("htmx:afterSwap", ({ target }) => {
    if (target === reckoned) reckon();
  });
  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(failure, ({ detail }) => {
      if (detail.elt === reckoned) sayFailed(true);
    });
  }
  if (isFollowing) setInterval(reckonAgain, RECKON_EVERY);
}

// --- The page --------------------------------------------------------------------------------------

if (root) {
  root.hidden = false;
  for (const label of root.querySelectorAll("[data-shade]")) {
    kept(label.querySelector("input"), `shade ${label.dataset.shade}`, drawAll);
  }
  for (const panel of root.querySelectorAll("[data-chart]")) panels.push(setUp(panel, zoomed));
  connect();
  const learnExtremes = () => fetchExtremes().then(fill, () => {}); // the mean is told all the same
  root.addEventListener("pointerover", learnExtremes, { once: true });
  const looksDark = matchMedia("(prefers-color-scheme: dark)");
  looksDark.addEventListener("change", drawAll);
  document.addEventListener("visibilitychange", drawAll);
  followFigures();
  const alarmed = () => ask("alarms").then(learnAlarms).then(drawAll, () => {}); // or in 5 minutes
  goOn = follow({ changed: drawAll, outdated: loadAnew, alarmed });
  // The agent has one thing to do at a time: what is soon there comes first.
  load().then(() => {
    if (document.getElementById("facts")) reckon();
    else window.htmx.trigger(reckoned, "again");
  });
}
