// Which lines and shades somebody wants to see, remembered by their browser.

function recall(name) {
  try {
    return localStorage.getItem(name) !== "false";
  } catch {
    return true; // a browser that keeps nothing shows everything
  }
}

function remember(name, isWanted) {
  try {
    localStorage.setItem(name, isWanted);
  } catch {
    // It shows everything the next time.
  }
}

/** Sets a box as it was left under this name; from then on keeps and tells each change of it. */
export function kept(box, name, changed) {
  box.checked = recall(name);
  box.addEventListener("change", () => {
    remember(name, box.checked);
    changed();
  });
}
