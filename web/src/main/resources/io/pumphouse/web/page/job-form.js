// Says what is wrong with a setting as soon as somebody has left it, in the agent's own words. What
// nobody has come to yet is not complained about.

const form = document.getElementById("job-form");
const touched = new Set();
let turn = 0;

async function check() {
  const mine = (turn += 1);
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.dataset.check, { method: "POST", body });
    if (!answer.ok || mine !== turn) return;
    const told = document.createElement("template");
    told.innerHTML = await answer.text();
    for (const about of told.content.querySelectorAll("[data-about]")) {
      if (touched.has(about.dataset.about)) say(about.dataset.about, about.textContent);
    }
  } catch {
    // Sending it says what is wrong, too.
  }
}

function say(key, words) {
  const field = document.getElementById(`f-${key}`);
  const wrong = document.getElementById(`f-${key}-wrong`);
  if (wrong.textContent !== words) wrong.textContent = words;
  if (words) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

form.addEventListener("change", ({ target }) => {
  touched.add(target.name === "move-sure" ? "move" : target.name);
  check();
});
for (const wrong of form.querySelectorAll(".wrong:not(:empty)")) {
  touched.add(wrong.closest("[data-setting]").dataset.setting);
}
form.querySelector('[aria-invalid="true"]')?.focus();
