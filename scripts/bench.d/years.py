"""What a longer history costs, and ten times as much of it."""

from statistics import median

import histories
from figures import Row, Spot
from slopes import slope, steps

MIB = 1 << 20
TIMES = "Questions by days of history, ms"
LIFE = "Start, memory and disk by days of history"


def measure(pace):
    return remembered(histories.histories(pace))


def remembered(pasts):
    what = "{} days of history"
    figures = {
        "to the first reading": ("starts", "s", 2),
        "curves of 30 days, or of all there is": ("month", "ms", 1),
        "processor time of that question": ("month_worked", "ms", 1),
        "curves of the whole": ("whole", "ms", 1),
        "processor time of the whole": ("whole_worked", "ms", 1),
    }
    rows = [row for days, past in pasts.items() for row in kept(f"{days} days of history", past)]
    for name, (field, unit, shown) in figures.items():
        found = {days: getattr(past, field) for days, past in pasts.items()}
        rows += steps(what, Spot(TIMES if unit == "ms" else LIFE, f"{name}, {unit}"), found, unit, shown)
        rows.append(slope(f"ten times the days: {name}", {days: median(values) for days, values in found.items()}))
    resident = {days: past.resident for days, past in pasts.items()}
    stored = {days: past.stored / MIB for days, past in pasts.items()}
    return [
        *rows,
        *steps(what, Spot(LIFE, "resident after the questions, MiB"), resident, "MiB", 1),
        slope("ten times the days: resident", resident),
        *steps(what, Spot(LIFE, "on the disk, MiB"), stored, "MiB", 2),
        slope("ten times the days: on the disk", stored),
    ]


def kept(what, past):
    return [
        Row(f"{what}: samples", [past.samples], "", None, 0),
        Row(f"{what}: on the disk per sample", [past.stored / past.samples], "B", None, 2),
    ]
