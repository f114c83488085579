// Keeps the numbers on the page alive. The server has already turned every value into text; this
// file only puts text where it belongs, counts ages on, and says so when nothing new arrives.

const PING_EVERY = 15_000;
const DEAF_AFTER = 40_000; // longer than two pings: the socket looks open but nobody is there
const POLL_EVERY = 5_000;
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 30_000;

const live = document.getElementById("live");
const connection = document.getElementById("connection");
const notice = document.getElementById("notice");
const freshness = document.getElementById("freshness");

const born = new WeakMap(); // element with an age -> when it was zero, by the clock of this tab
const cards = new Map(); // "house outdoor_temp" -> its card
const sections = new Map(); // "house" -> its section

const part = (element, name) => element.querySelector(`[data-part="${name}"]`);

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// --- Ages, in the same words as the server's Age.java ---------------------------------------

function exact(seconds) {
  if (seconds < 120) return `${Math.max(0, seconds)}\u00a0s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)}\u00a0min`;
  if (seconds < 172_800) return `${Math.floor(seconds / 3600)}\u00a0h`;
  return `${Math.floor(seconds / 86_400)}\u00a0d`;
}

function coarse(seconds) {
  if (seconds < 10) return "just now";
  return (seconds < 60 ? `${Math.floor(seconds / 10) * 10}\u00a0s` : exact(seconds)) + " ago";
}

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
    card.dataset.stale = String(age > Number(card.dataset.staleAfter));
  }
  let newest = Infinity;
  let silent = 0;
  for (const section of sections.values()) {
    if (["silent", "down"].includes(section.dataset.link)) silent += 1;
    const answer = part(section, "answer");
    if (!born.has(answer)) continue;
    newest = Math.min(newest, ageOf(answer));
    put(answer, coarse(Math.floor(ageOf(answer) / 1000)));
  }
  const data = newest === Infinity ? "no data yet" : `data ${exact(Math.floor(newest / 1000))} old`;
  put(freshness, silent === 0 ? data : `${data} · ${silent} not answering`);
}

// --- The page ---------------------------------------------------------------------------------

/** Learns what is on the page, after it was loaded or replaced. */
function learn(ageOfPage) {
  cards.clear();
  sections.clear();
  for (const section of live.querySelectorAll("[data-pump]")) {
    sections.set(section.dataset.pump, section);
    const answer = part(section, "answer");
    if (answer.dataset.age) setAge(answer, Number(answer.dataset.age) + ageOfPage);
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
  const section = sections.get(pump.id);
  if (!section) return false;
  section.dataset.link = pump.link;
  put(part(section, "link"), pump.link_text);
  put(part(section, "cause"), pump.cause);
  put(part(section, "next"), pump.next);
  part(section, "trouble").hidden = pump.cause === "";
  showAlarms(part(section, "alarms"), pump.alarms);
  if (pump.last_answer_age_ms !== null) setAge(part(section, "answer"), pump.last_answer_age_ms);
  return true;
}

/** False if the page has no place for the reading. */
function showReading(pump, reading) {
  const card = cards.get(`${pump} ${reading.metric}`);
  if (!card) return false;
  card.dataset.state = reading.state;
  card.dataset.value = reading.value ?? "";
  const figureEnd = reading.text.length - reading.suffix.length;
  put(part(card, "figure"), reading.text.slice(0, figureEnd).trimEnd());
  put(part(card, "unit"), reading.suffix);
  setAge(card, reading.age_ms);
  return true;
}

function showAll(pumps) {
  const known = pumps.map((pump) => [
    showPump(pump),
    ...pump.readings.map((reading) => showReading(pump.id, reading)),
  ]);
  if (known.flat().includes(false)) askForFragment(); // the agent has more than the page
  showAges();
}

function showChange({ pump, readings, ages_ms: ages }) {
  const known = [showPump(pump), ...readings.map((reading) => showReading(pump.id, reading))];
  for (const [name, age] of Object.entries(ages)) {
    const card = cards.get(`${pump.id} ${name}`);
    if (card) setAge(card, age);
  }
  if (known.includes(false)) askForFragment();
  showAges();
}

// --- The connection ---------------------------------------------------------------------------

let socket;
let retryAfter = FIRST_RETRY;
let retryTimer;
let lastHeard = 0;

function say(state, text, words = "") {
  connection.dataset.state = state;
  live.dataset.reach = state;
  put(connection, text);
  put(notice, words);
  notice.hidden = words === "";
}

function askForFragment() {
  window.htmx?.trigger(live, "fallback");
}

function isLive() {
  return socket?.readyState === WebSocket.OPEN;
}

const listeners = {
  connection_status({ version }) {
    if (version !== live.dataset.version) location.reload(); // the agent was updated
  },
  snapshot({ pumps }) {
    retryAfter = FIRST_RETRY;
    say("live", "live");
    showAll(pumps);
  },
  readings: showChange,
};

function connect() {
  clearTimeout(retryTimer);
  if (socket && socket.readyState <= WebSocket.OPEN) return;
  const address = new URL(live.dataset.socket, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  const opened = new WebSocket(address);
  socket = opened;
  lastHeard = performance.now();
  opened.onmessage = ({ data }) => {
    lastHeard = performance.now();
    const message = JSON.parse(data);
    listeners[message.type]?.(message);
  };
  opened.onclose = () => {
    if (socket === opened) lost();
  };
}

function polling() {
  say("polling", "polling", "Live connection lost. Asking every 5 seconds until it is back.");
}

function unreachable() {
  say("lost", "connection lost", "The agent cannot be reached. The readings below are old.");
}

function lost() {
  if (live.dataset.reach !== "lost") polling();
  askForFragment();
  const jitter = 0.5 + Math.random();
  retryTimer = setTimeout(connect, retryAfter * jitter);
  retryAfter = Math.min(retryAfter * 2, LONGEST_RETRY);
}

function reconnectNow() {
  if (document.hidden || isLive()) return;
  retryAfter = FIRST_RETRY;
  connect();
}

function keepAlive() {
  if (!isLive()) return;
  if (performance.now() - lastHeard > DEAF_AFTER) {
    const deaf = socket;
    socket = undefined;
    deaf.close();
    lost();
  } else {
    socket.send('{"type":"ping"}');
  }
}

live.addEventListener("htmx:afterSwap", () => {
  learn(0);
  if (!isLive()) polling();
});
for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  live.addEventListener(failure, () => {
    if (!isLive()) unreachable();
  });
}
document.addEventListener("visibilitychange", reconnectNow);
window.addEventListener("online", reconnectNow);

learn(performance.now());
say("connecting", "connecting");
connect();
setInterval(showAges, 1_000);
setInterval(keepAlive, PING_EVERY);
setInterval(() => {
  if (!isLive() && !document.hidden) askForFragment();
}, POLL_EVERY);
