// Keeps the numbers on the page alive: puts each new value where it belongs, in the words of the
// page's language, counts ages on, and says so when nothing new arrives.

import { wording } from "./live-words.js";
import { coarse, exact, tell, words } from "./page-words.js";
import { connect, isLive, on } from "./socket.js";

// Before htmx wakes up: no styles of its own and no eval, which the policy of the pages forbids.
Object.assign(window.htmx?.config ?? {}, {
  includeIndicatorStyles: false,
  allowEval: false,
  historyEnabled: false,
  timeout: 4_000,
});

const POLL_EVERY = 5_000;

const live = document.getElementById("live");
const connection = document.getElementById("connection");
const notice = document.getElementById("notice");
const freshness = document.getElementById("freshness");

const born = new WeakMap(); // element with an age -> when it was zero, by the clock of this tab
const cards = new Map(); // "house outdoor_temp" -> its card
const sections = new Map(); // "house" -> its section
const pulses = new Map(); // "house" -> its place in the head of the page

const part = (element, name) => element.querySelector(`[data-part="${name}"]`);

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function set(element, name, value) {
  if (element.dataset[name] !== value) element.dataset[name] = value;
}

// --- Ages ---------------------------------------------------------------------------------

function setAge(element, milliseconds) {
  born.set(element, performance.now() - milliseconds);
}

function ageOf(element) {
  return performance.now() - born.get(element);
}

function showAges() {
  for (const card of cards.values()) {
    const age = ageOf(card);
    put(part(card, "age"), coarse(Math.floor(age / 1000)));
    set(card, "stale", String(age > Number(card.dataset.staleAfter)));
  }
  for (const section of sections.values()) {
    const answer = part(section, "answer");
    if (born.has(answer)) put(answer, coarse(Math.floor(ageOf(answer) / 1000)));
  }
  let newest = Infinity;
  let silent = 0;
  for (const pulse of pulses.values()) {
    if (["silent", "down"].includes(pulse.dataset.link)) silent += 1;
    if (born.has(pulse)) newest = Math.min(newest, ageOf(pulse));
  }
  const data =
    newest === Infinity ? words["no-data"] : tell("data-old", exact(Math.floor(newest / 1000)));
  put(freshness, silent === 0 ? data : `${data} · ${tell("not-answering", silent)}`);
}

// --- The page ---------------------------------------------------------------------------------

/** Learns what is on the page, after it was loaded or replaced. */
function learn(ageOfPage) {
  cards.clear();
  sections.clear();
  pulses.clear();
  for (const pulse of document.querySelectorAll("[data-pulse]")) {
    pulses.set(pulse.dataset.pulse, pulse);
    if (pulse.dataset.age && !born.has(pulse)) setAge(pulse, Number(pulse.dataset.age) + ageOfPage);
  }
  for (const section of live.querySelectorAll("[data-pump]")) {
    sections.set(section.dataset.pump, section);
    const answer = part(section, "answer");
    const pulse = pulses.get(section.dataset.pump);
    if (pulse) set(pulse, "link", section.dataset.link);
    if (answer.dataset.age) {
      setAge(answer, Number(answer.dataset.age) + ageOfPage);
      if (pulse) setAge(pulse, Number(answer.dataset.age) + ageOfPage);
    }
    for (const card of section.querySelectorAll("[data-name]")) {
      cards.set(`${section.dataset.pump} ${card.dataset.name}`, card);
      setAge(card, Number(card.dataset.age) + ageOfPage);
    }
  }
  showAges();
}

/** Replaces the lines only when they changed, or a screen reader would say them again. */
function showAlarms(list, alarms) {
  const lines = [...list.children].map((line) => line.textContent);
  if (alarms.length === lines.length && alarms.every(({ words }, i) => words === lines[i])) return;
  list.replaceChildren(
    ...alarms.map(({ words, severity }) => {
      const line = document.createElement("li");
      line.dir = "auto";
      line.dataset.severity = severity ?? "";
      line.textContent = words;
      return line;
    }),
  );
  list.hidden = alarms.length === 0;
}

/** False if the page has no place for the pump. */
function showPump(pump) {
  const pulse = pulses.get(pump.id);
  if (!pulse) return false;
  set(pulse, "link", pump.link);
  if (pump.last_answer_age_ms !== null) setAge(pulse, pump.last_answer_age_ms);
  const section = sections.get(pump.id);
  if (section) showSection(section, pump);
  return true;
}

function showSection(section, pump) {
  set(section, "link", pump.link);
  put(part(section, "link"), words[`link.${pump.link}`]);
  put(part(section, "cause"), pump.cause);
  put(part(section, "next"), pump.next);
  part(section, "trouble").hidden = pump.cause === "";
  showAlarms(part(section, "alarms"), pump.alarms);
  if (pump.last_answer_age_ms !== null) setAge(part(section, "answer"), pump.last_answer_age_ms);
}

/** False if the page should have a place for the reading and has none. */
function showReading(pump, reading) {
  const card = cards.get(`${pump} ${reading.metric}`);
  if (!card) return live.dataset.whole !== "true" || live.dataset.pumpShown !== pump;
  // What follows a number that has no unit is what the number stands for.
  const meaning = reading.state === "value" && !card.dataset.unit ? (reading.suffix ?? "") : "";
  const [figure, note] = wording(card, reading, meaning);
  set(card, "state", reading.state);
  set(card, "meaning", meaning);
  set(card, "word", String(card.dataset.switch === "true" || meaning !== ""));
  set(card, "value", String(reading.value ?? ""));
  put(part(card, "figure"), figure);
  put(part(card, "note"), note);
  setAge(card, reading.age_ms);
  return true;
}

// --- Changes ----------------------------------------------------------------------------------

const told = new Map(); // "house", "house outdoor_temp" -> all that is known of it

/** What a change leaves out is as it was. */
function whole(name, change) {
  const now = { ...told.get(name), ...change };
  told.set(name, now);
  return now;
}

function showAll(pumps) {
  told.clear();
  const known = pumps.map((pump) => [
    showPump(whole(pump.id, pump)),
    ...pump.readings.map((each) => showReading(pump.id, whole(`${pump.id} ${each.metric}`, each))),
  ]);
  if (known.flat().includes(false)) askForFragment(); // the agent has more than the page
  showAges();
}

/** Readings without an age of their own, and those that are only named, have that of the message. */
function showChange({ pump, readings, again = [], at, age_ms }) {
  const named = again.map((metric) => ({ metric }));
  const known = [...readings, ...named].map((each) =>
    showReading(pump.id, whole(`${pump.id} ${each.metric}`, { at, age_ms, ...each })),
  );
  if (!showPump(whole(pump.id, pump)) || known.includes(false)) askForFragment();
  showAges();
}

// --- The connection ---------------------------------------------------------------------------

function say(state) {
  const trouble = words[`${state}-notice`] ?? "";
  set(connection, "state", state);
  set(live, "reach", state);
  put(connection, words[state]);
  put(notice, trouble);
  notice.hidden = trouble === "";
}

function askForFragment() {
  window.htmx?.trigger(live, "fallback");
}

on("connection_status", ({ version }) => {
  if (version !== live.dataset.version) location.reload(); // the agent was updated
});
on("snapshot", ({ pumps }) => {
  say("live");
  showAll(pumps);
});
on("readings", showChange);
on("lost", () => {
  if (live.dataset.reach !== "lost") say("polling");
  askForFragment();
});

/** Only what #live asked for tells whether the agent can be reached. */
const isOurs = (event) => event.detail?.elt === live || event.detail?.requestConfig?.elt === live;

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.requestConfig.elt !== live) return;
  learn(0);
  if (!isLive()) say("polling");
});
for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(failure, (event) => {
    if (isOurs(event) && !isLive()) say("lost");
  });
}

learn(performance.now());
say("connecting");
connect();
setInterval(showAges, 1_000);
setInterval(() => {
  if (!isLive() && !document.hidden) askForFragment();
}, POLL_EVERY);
