// The one live connection of this tab: says what comes, notices when nobody is there any more, and
// comes back by itself. Nothing that an old connection still says is heard.

const PING_EVERY = 15_000;
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 30_000;

const place = document.getElementById("live");
const listeners = new Map(); // type of message, or "lost" -> those who want to hear of it

let socket;
let heard = 0; // the number of the last message
let heardAt = 0;
let pingedAt = 0;
let retryAfter = FIRST_RETRY;
let retryTimer;

/** Calls the listener for each message of this type, or with "lost" when the connection is. */
export function on(type, listener) {
  listeners.set(type, [...(listeners.get(type) ?? []), listener]);
}

export function isLive() {
  return socket?.readyState === WebSocket.OPEN;
}

/** False if there is nobody to hear it. */
export function send(message) {
  if (isLive()) socket.send(JSON.stringify(message));
  return isLive();
}

function tell(type, message) {
  for (const listener of listeners.get(type) ?? []) listener(message);
}

export function connect() {
  clearTimeout(retryTimer);
  if (socket && socket.readyState <= WebSocket.OPEN) return;
  const address = new URL(place.dataset.socket, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  const opened = new WebSocket(address);
  socket = opened;
  heard = 0;
  heardAt = performance.now();
  opened.onmessage = ({ data }) => {
    if (socket === opened) hear(JSON.parse(data));
  };
  opened.onclose = () => {
    if (socket === opened) lost();
  };
}

/** A message that is missing is a change that nobody saw: only a new snapshot tells it. */
function hear(message) {
  heardAt = performance.now();
  heard += 1;
  if (message.seq !== heard) {
    giveUp();
    return;
  }
  if (message.type === "snapshot") retryAfter = FIRST_RETRY;
  tell(message.type, message);
}

function lost() {
  tell("lost");
  const jitter = 0.5 + Math.random();
  retryTimer = setTimeout(connect, retryAfter * jitter);
  retryAfter = Math.min(retryAfter * 2, LONGEST_RETRY);
}

function giveUp() {
  const deaf = socket;
  socket = undefined;
  deaf.close();
  lost();
}

/** Somebody looks again, or the network is back: no reason to wait. */
function reconnectNow() {
  if (document.hidden) return;
  keepAlive();
  if (isLive()) return;
  retryAfter = FIRST_RETRY;
  connect();
}

/** Looks open, but said nothing since it was asked: nobody is there. */
function isDeaf() {
  return pingedAt > heardAt && performance.now() - pingedAt > PING_EVERY / 2;
}

function keepAlive() {
  if (!isLive()) return;
  if (isDeaf()) {
    giveUp();
  } else if (send({ type: "ping" }) && pingedAt <= heardAt) {
    pingedAt = performance.now();
  }
}

document.addEventListener("visibilitychange", reconnectNow);
window.addEventListener("online", reconnectNow);
setInterval(keepAlive, PING_EVERY);
