// Keeps the drawing of a pump in step with its cards: the server and live.js write the cards, this
// file copies what they say. It decides the same things as Schematic.java, from the same cards.

const live = document.getElementById("live");
const DEEPEST = 5;

function set(element, name, value) {
  if (element.dataset[name] !== value) element.dataset[name] = value;
}

function copyText(from, to) {
  for (const part of ["figure", "note"]) {
    const target = to.querySelector(`[data-part="${part}"]`);
    const text = from.querySelector(`[data-part="${part}"]`).textContent;
    if (target && target.textContent !== text) target.textContent = text;
  }
}

/** One pump's section, read afresh: some thirty elements, once for each message at most. */
function follow(section) {
  const cards = new Map(
    [...section.querySelectorAll(".card")].map((card) => [card.dataset.name, card]),
  );
  const drawing = section.querySelector(".schematic");
  if (!drawing) return;
  const fresh = (name) => {
    const card = cards.get(name);
    return card && card.dataset.state === "value" && card.dataset.stale !== "true" ? card : null;
  };
  const runs = (name) => {
    const card = fresh(name);
    return card ? String(Number(card.dataset.value) !== 0) : "";
  };
  const demand = () => {
    const valve = fresh(drawing.dataset.valve);
    if (!valve) return "";
    if (valve.dataset.name !== "reversing_valve") return valve.dataset.meaning ?? "";
    return Number(valve.dataset.value) === 0 ? "heating" : "hot water";
  };
  const asked = demand();
  for (const echo of drawing.querySelectorAll("[data-echo]")) {
    const card = cards.get(echo.dataset.echo);
    if (!card) continue;
    set(echo, "state", card.dataset.state);
    set(echo, "stale", card.dataset.stale ?? "false");
    copyText(card, echo);
  }
  for (const moving of drawing.querySelectorAll("[data-runs-by]")) {
    const { runsBy, branch } = moving.dataset;
    const state = runs(runsBy);
    const branched = state === "true" && branch && drawing.dataset.valve;
    set(moving, "runs", branched ? String(asked === branch) : state);
  }
  for (const pipe of drawing.querySelectorAll("[data-depth-of]")) {
    const card = fresh(pipe.dataset.depthOf);
    const steps = card && (Number(card.dataset.value) - pipe.dataset.from) / pipe.dataset.step;
    set(pipe, "depth", card ? String(Math.max(0, Math.min(DEEPEST, Math.floor(steps)))) : "");
  }
  for (const valve of drawing.querySelectorAll(".valve")) set(valve, "demand", asked);
}

function followAll() {
  for (const section of live.querySelectorAll("[data-pump]")) follow(section);
}

new MutationObserver((changes) => {
  if (changes.some(({ target }) => target === live || target.classList?.contains("card"))) {
    followAll();
  }
}).observe(live, {
  subtree: true,
  childList: true,
  attributeFilter: ["data-state", "data-value", "data-meaning", "data-stale"],
});
followAll();
