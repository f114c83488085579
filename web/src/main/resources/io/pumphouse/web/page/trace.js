// Fetches the frames since the last one and puts them on top; pauses while somebody reads.

const EVERY = 1_000;
const MOST_ROWS = 400; // a tab left open for a week does not grow

const frames = document.getElementById("frames");
const pause = document.getElementById("pause");
let isPaused = false;
let isAsking = false;

async function ask() {
  if (isPaused || isAsking || document.hidden) return;
  isAsking = true;
  try {
    const last = frames.firstElementChild?.dataset.number ?? 0;
    const answer = await fetch(`${frames.dataset.from}&after=${last}`);
    // A pause that came meanwhile holds what is on the page as it is.
    if (answer.ok && !isPaused) frames.insertAdjacentHTML("afterbegin", await answer.text());
    while (frames.childElementCount > MOST_ROWS) frames.lastElementChild.remove();
  } catch {
    // The head of the page says that the agent cannot be reached; the next turn asks again.
  } finally {
    isAsking = false;
  }
}

if (frames && pause) {
  pause.hidden = false;
  pause.addEventListener("click", () => {
    isPaused = !isPaused;
    pause.textContent = isPaused ? pause.dataset.resume : pause.dataset.pause;
  });
  setInterval(ask, EVERY);
}
