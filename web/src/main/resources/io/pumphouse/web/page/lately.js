// Puts what the agent worked out about the last day where it belongs: the figures of today under
// the states of their pump, and the lowest, mean and highest on the cards.

const live = document.getElementById("live");
const lately = document.getElementById("lately");

/** Also when the cards were replaced: then they get again what was told last. */
function place() {
  for (const today of lately.querySelectorAll("[data-today]")) {
    const section = live.querySelector(`[data-pump="${today.dataset.today}"]`);
    section?.querySelector('[data-place-of="today"]').replaceChildren(today.cloneNode(true));
    today.hidden = Boolean(section);
  }
  for (const row of lately.querySelectorAll("[data-spread]")) {
    const pump = row.closest("[data-spreads]").dataset.spreads;
    const card = live.querySelector(
      `[data-pump="${pump}"] .card[data-name="${CSS.escape(row.dataset.spread)}"]`,
    );
    if (card) show(card, [...row.querySelectorAll("td")].map((cell) => cell.textContent));
  }
}

function show(card, [lowest, mean, highest]) {
  let line = card.querySelector(".spread");
  if (!line) {
    line = document.createElement("dd");
    line.className = "spread";
    line.title = lately.querySelector("#spreads").textContent;
    card.querySelector(".reading").after(line);
  }
  const text = `↓${lowest} ø${mean} ↑${highest}`;
  if (line.textContent !== text) line.textContent = text;
}

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.target === lately || detail.target === live) place();
});
