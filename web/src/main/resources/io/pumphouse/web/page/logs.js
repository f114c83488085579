// Follows the log while it grows: the socket says that there is more, and only what is newer is
// fetched, filtered and marked as the page was. Stays at the end unless somebody has scrolled up.

import { isLive, on, send } from "./socket.js";

const MOST = 500;
const POLL_EVERY = 5_000;
const JUST_LOADED = 3_000;

const form = document.getElementById("log-form");
const part = (id) => document.getElementById(id); // is another one after each search

let isPaused = false;
let isAsking = false;
let isAskedAgain = false;

const frame = () => document.querySelector(".lines");

function toTheEnd() {
  frame().scrollTo(0, frame().scrollHeight);
}

function isAtEnd() {
  const { scrollHeight, scrollTop, clientHeight } = frame();
  return scrollHeight - scrollTop - clientHeight < 40;
}

async function more() {
  if (isPaused || document.hidden) return;
  if (isAsking) {
    isAskedAgain = true;
    return;
  }
  isAsking = true;
  isAskedAgain = false;
  const list = part("log-lines");
  const last = list.lastElementChild?.dataset.at ?? "";
  try {
    const answer = await fetch(`${list.dataset.from}&after=${encodeURIComponent(last)}`);
    const rows = answer.ok ? await answer.text() : "";
    // A search or a pause that came meanwhile leaves what is on the page now as it is.
    if (rows.trim() && !isPaused && list === part("log-lines")) append(list, rows);
  } catch {
    // The head of the page says that the agent cannot be reached; the next turn asks again.
  } finally {
    isAsking = false;
    if (isAskedAgain) more();
  }
}

function append(list, rows) {
  const follows = isAtEnd();
  list.insertAdjacentHTML("beforeend", rows);
  part("log-note").textContent = ""; // it counted what was there before
  while (list.childElementCount > MOST) list.firstElementChild.remove();
  if (follows) toTheEnd();
}

function dress() {
  const pause = part("log-pause");
  pause.hidden = false;
  pause.textContent = isPaused ? pause.dataset.resume : pause.dataset.pause;
  pause.addEventListener("click", () => {
    isPaused = !isPaused;
    pause.textContent = isPaused ? pause.dataset.resume : pause.dataset.pause;
    more();
  });
  toTheEnd();
}

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target?.id !== "log-part" && detail.elt?.id !== "log-part") return;
  history.replaceState(null, "", `?${new URLSearchParams(new FormData(form))}`);
  dress();
});

on("snapshot", () => {
  send({ type: "subscribe", topics: ["log"] });
  if (performance.now() > JUST_LOADED) more();
});
on("log", more);
on("job_update", more);
on("job_final_update", more);
on("event", ({ kind }) => {
  if (kind === "clock-stepped") location.reload(); // what comes now may be earlier than the last
});
setInterval(() => {
  if (!isLive()) more();
}, POLL_EVERY);
dress();
