"""What was measured, and the table people read."""

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """One figure, or several of the same thing; `target` is the most it should be, perhaps 0."""

    what: str
    values: list
    unit: str
    target: float | None = None
    shown: int = 1  # digits behind the point

    def cells(self):
        middle = median(self.values)
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
    lines = [HEAD, ["---"] * len(HEAD)] + [row.cells() for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
