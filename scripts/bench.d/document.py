"""docs/benchmarks.md: what the last full run of each subject measured. A run writes its own sections and leaves the others as they are."""

import re
from pathlib import Path

from bars import ratios
from figures import HEAD, cells_in, lines_of, table
from place import ROOT
from plots import plots

DOCUMENT = ROOT / "docs" / "benchmarks.md"
PLOTS = ROOT / "docs" / "images" / "benchmarks"
SUMMARY = "In short"
WHAT, RATIO, MEDIAN, COUNT, TARGET = (HEAD.index(name) for name in ("what", "of the target", "median", "n", "target"))
BEGIN = """# Benchmarks

What the agent costs, against targets set before it was written and beside what Debian offers. **`scripts/bench` writes this page:** each section is what one
run wrote, with its machine and how busy that was; one that is carried over from before says so. Nothing here has run on a Pi unless its machine is one: ratios
carry over better than seconds do. What the figures mean, how they came about, what was tried and what it gave stands in [performance](performance.md).

```sh
scripts/bench                   # everything, about six hours
scripts/bench growth line       # some subjects: scripts/bench --help names them and what each needs
scripts/bench quick             # everything, shorter and rougher, an hour or more; prints, and leaves this page as it is
```
"""
ABOUT_SUMMARY = """Of each subject the figure that is worst against its target: below 1.00 is better than the target. A target of 0 has no ratio, and no bar."""


class Document:
    """The page as sections by name, in the order of the subjects."""

    def __init__(self, subjects):
        self.subjects = subjects
        text = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else ""
        found = re.split(r"^## (.+)\n", text, flags=re.M)[1:]
        self.sections = dict(zip(found[::2], (body.strip() for body in found[1::2])))

    def take(self, name, about, run, rows):
        """Puts a run in place of what there was of its subject."""
        pictures = []
        for number, (title, svg) in enumerate(plots(rows).items(), 1):
            file = PLOTS / f"{name}-{number}.svg"
            save(file, svg)
            pictures.append(f"![{title}]({file.relative_to(DOCUMENT.parent)})")
        for stale in set(PLOTS.glob(f"{name}-*.svg")) - {PLOTS / f"{name}-{number}.svg" for number in range(1, len(pictures) + 1)}:
            stale.unlink()
        self.sections[name] = "\n\n".join([f"{about[0].upper()}{about[1:]}.", run, *pictures, table(rows)])

    def write(self):
        known = {name: self.sections[name] for name in self.subjects if name in self.sections}
        parts = [BEGIN.strip(), f"## {SUMMARY}", self.summary(known)]
        for name, body in known.items():
            parts += [f"## {name}", body]
        save(DOCUMENT, "\n\n".join(parts) + "\n")

    def summary(self, known):
        """The worst figure of each subject; its bars."""
        worst = {name: worst_of(cells_in(body)) for name, body in known.items()}
        told = {name: row for name, row in worst.items() if row}
        save(PLOTS / "summary.svg", ratios("Worst of each subject, of its target", {name: float(row[RATIO]) for name, row in told.items() if row[RATIO]}))
        rows = [["subject", "of the target", "what", "median", "n", "target", "reached", "rows that reach theirs", "load meanwhile"], ["---"] * 9]
        for name, row in told.items():
            aimed = [each for each in cells_in(known[name]) if each[TARGET]]
            good = sum(is_reached(each) for each in aimed)
            reached = "yes" if is_reached(row) else "**no**"
            rows.append([f"[{name}](#{name})", row[RATIO], row[WHAT], row[MEDIAN], row[COUNT], row[TARGET], reached, f"{good} of {len(aimed)}", load_of(known[name])])
        picture = f"![Worst of each subject, of its target]({(PLOTS / 'summary.svg').relative_to(DOCUMENT.parent)})"
        return "\n\n".join([ABOUT_SUMMARY, picture, lines_of(rows)])


def worst_of(rows):
    """What misses a target of 0, else what takes most of its own; nothing where there are no targets."""
    aimed = [row for row in rows if row[TARGET]]
    return max(aimed, key=lambda row: (row[RATIO] == "" and not is_reached(row), float(row[RATIO] or 0)), default=None)


def load_of(body):
    """As its run told; a busy machine is the first thing to know about a figure that misses its target."""
    found = re.search(r"load ([\d.]+) before and ([\d.]+) after", body)
    return f"{found[1]} to {found[2]}" if found else "not told"


def is_reached(row):
    """By the figures themselves: a ratio of 1.004 reads as 1.00."""
    return first_number(row[MEDIAN]) <= first_number(row[TARGET])


def first_number(cell):
    return float(cell.split()[0])


def save(file: Path, text):
    """Whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(file)
