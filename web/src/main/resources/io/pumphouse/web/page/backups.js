// Keeps the page of backups true: the figures of runs come over the socket, and whenever something
// begins, ends or was ordered the changed parts are fetched, and only they are replaced.

import { exact, tell, words } from "./page-words.js";
import { isLive, on } from "./socket.js";

const POLL_EVERY = 5_000;
const LOOK_EVERY = 60_000; // what becomes overdue says nothing
const LOG_EVERY = 2_000;
const JUST_LOADED = 3_000;

const page = document.getElementById("backups");
const told = document.getElementById("told");

const asSent = new Map(); // id of a part -> the HTML that the server sent for it last
let isAsking = false;
let isAskedAgain = false;

// --- Parts -------------------------------------------------------------------------------------

const regions = (from) => from.querySelectorAll("[data-region]");
const ids = (region) => [...region.children].map(({ id }) => id).join(" ");

function remember(from) {
  for (const region of regions(from)) {
    for (const part of region.children) asSent.set(part.id, part.outerHTML);
  }
}

/** Nothing that stays as it is loses its focus, its place or what is open in it. */
function replace(next) {
  const now = [...regions(page)];
  if (now.map(({ id }) => id).join() !== [...regions(next)].map(({ id }) => id).join()) {
    location.reload(); // the first job is made, or the last one gone
    return;
  }
  const focused = document.activeElement?.id;
  for (const region of now) {
    const fresh = next.getElementById(region.id);
    const changed = [...fresh.children].filter((part) => asSent.get(part.id) !== part.outerHTML);
    const isSame = ids(region) === ids(fresh);
    const html = new Map([...fresh.children].map((part) => [part.id, part.outerHTML]));
    if (isSame) {
      for (const part of changed) swap(document.getElementById(part.id), part);
    } else {
      const kept = new Map([...region.children].map((part) => [part.id, part]));
      const parts = [...fresh.children];
      region.replaceChildren(
        ...parts.map((part) => (changed.includes(part) ? part : (kept.get(part.id) ?? part))),
      );
      window.htmx?.process(region);
    }
    for (const [id, text] of html) asSent.set(id, text);
  }
  restore(focused);
}

function swap(old, part) {
  const open = [...old.querySelectorAll("details[open] > summary")].map(({ id }) => id);
  old.replaceWith(part);
  for (const summary of part.querySelectorAll("summary")) {
    if (open.includes(summary.id)) summary.parentElement.open = true;
  }
  window.htmx?.process(part);
}

/** A button that became another one leaves the keyboard with its neighbour. */
function restore(id) {
  if (!id || document.activeElement !== document.body) return;
  const job = id.replace(/^[a-z-]*?(?=-)-/, "");
  const place = document.getElementById(id) ?? document.querySelector(`#job-${CSS.escape(job)} button`);
  place?.focus({ preventScroll: true });
}

async function renew() {
  if (isAsking) {
    isAskedAgain = true;
    return;
  }
  isAsking = true;
  isAskedAgain = false;
  try {
    const answer = await fetch(page.dataset.from);
    if (answer.ok) {
      const next = document.createElement("template");
      next.innerHTML = await answer.text();
      follow(() => replace(next.content));
    }
  } catch {
    // The head of the page says that the agent cannot be reached; the next turn asks again.
  } finally {
    isAsking = false;
    if (isAskedAgain) renew();
  }
}

// --- Runs ----------------------------------------------------------------------------------------

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];

/** As Amount.java says it. */
function bytes(amount) {
  let unit = 0;
  while (amount >= 1024 && unit < UNITS.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  const places = unit === 0 || amount >= 100 ? 0 : 1;
  return `${amount.toFixed(places).replace(".", words["decimal-mark"])}\u00a0${UNITS[unit]}`;
}

function put(place, name, text) {
  const part = place.querySelector(`[data-part="${name}"]`);
  if (part && part.textContent !== text) part.textContent = text;
}

function show(place, run) {
  const { phase, percent, bytes_transferred: done, total_bytes: total, speed_bytes: speed } = run;
  put(place, "phase", phase ? (words[`phase.${place.dataset.type}.${phase}`] ?? words[`phase.${phase}`]) : "");
  put(place, "percent", percent === null ? "" : `${percent}\u00a0%`);
  put(place, "copied", total === null ? bytes(done) : tell("of", bytes(done), bytes(total)));
  put(place, "speed", speed === null ? "" : `${bytes(speed)}/s`);
  const left = run.eta_seconds;
  put(place, "left", left === null ? words["left-unknown"] : tell("left", exact(left)));
  const bar = place.querySelector("progress");
  if (percent === null) bar?.removeAttribute("value");
  else bar?.setAttribute("value", percent);
}

on("job_update", (run) => {
  if (page.dataset.only && page.dataset.only !== String(run.run_id)) return;
  const places = page.querySelectorAll(`[data-run="${run.run_id}"]`);
  const isKnown = places.length > 0 && [...places].every(({ dataset }) => dataset.status === run.status);
  if (!isKnown) renew();
  else if (run.status === "running") for (const place of places) show(place, run);
});
on("job_final_update", renew);

// What happened while nobody listened is in no message.
on("snapshot", () => {
  if (performance.now() > JUST_LOADED) renew();
});

// --- Orders --------------------------------------------------------------------------------------

// Some events come from where the answer goes, some from what was pressed.
const isOrder = ({ detail }) => page.contains(detail.requestConfig?.elt ?? detail.elt);

/** What was refused is told where what was done is. */
document.addEventListener("htmx:beforeSwap", (event) => {
  if (isOrder(event) && event.detail.xhr.status === 409) event.detail.shouldSwap = true;
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (isOrder(event)) renew();
});
for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(failure, (event) => {
    if (!isOrder(event) || event.detail.xhr?.status === 409) return;
    const line = document.createElement("p");
    line.className = "trouble";
    line.textContent = words["order-lost"];
    told.replaceChildren(line);
  });
}

// --- A run with its log -------------------------------------------------------------------------

const log = document.querySelector(".run-log");

function toTheEnd() {
  log?.scrollTo(0, log.scrollHeight);
}

/** Follows the end, unless somebody has scrolled up to read. */
function follow(change) {
  const isAtEnd = log && log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  change();
  if (isAtEnd) toTheEnd();
}

// What a run says, and how far a backup is read through, comes in no message.
setInterval(() => {
  const isFollowed = page.querySelector(page.dataset.only ? "[data-run]" : "[data-goes-on]");
  if (!document.hidden && isFollowed) renew();
}, LOG_EVERY);

toTheEnd();
remember(page);
setInterval(() => {
  if (!isLive() && !document.hidden) renew();
}, POLL_EVERY);
setInterval(() => {
  if (!document.hidden) renew();
}, LOOK_EVERY);
