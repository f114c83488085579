"""What was measured, and the table people read."""

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Spot:
    """Where a figure is drawn: `at` so much on the curve of that name, or as a bar of that name where there is no `at`."""

    plot: str
    name: str
    at: float | None = None


@dataclass(frozen=True)
class Row:
    """One figure, or several of the same thing; `target` is the most it should be, perhaps 0."""

    what: str
    values: list
    unit: str
    target: float | None = None
    shown: int = 1  # digits behind the point
    spot: Spot | None = None

    def middle(self):
        return median(self.values)

    def cells(self):
        middle = self.middle()
        spread = f"{self.text(min(self.values))} to {self.text(max(self.values))}"
        return [
            self.what,
            f"{middle / self.target:.2f}" if self.target else "",
            f"{self.text(middle)} {self.unit}",
            spread if len(self.values) > 1 else "",
            str(len(self.values)),
            "" if self.target is None else f"{self.target:g} {self.unit}",
        ]

    def text(self, value):
        return f"{value:.{self.shown}f}"


HEAD = ["what", "of the target", "median", "range", "n", "target"]


def table(rows):
    """A Markdown table, ratios first."""
    return lines_of([HEAD, ["---"] * len(HEAD)] + [row.cells() for row in rows])


def lines_of(rows):
    return "\n".join("| " + " | ".join(line) + " |" for line in rows)


def cells_in(text):
    """The rows of such tables in a text, cell by cell."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    return [row for row in rows if len(row) == len(HEAD) and row != HEAD and set(row) != {"---"}]
