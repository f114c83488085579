"""What ten times as much costs: registers, units on a line, browsers, days of history."""

from dataclasses import replace
from math import log10
from statistics import median

import growth_history
import growth_polls
from figures import Row, Spot

MIB = 1 << 20
TIMES = "Questions by days of history, ms"
LIFE = "Start, memory and disk by days of history"


def measure(pace):
    return [
        *worked("{} registers at 1 Hz", "registers", growth_polls.registers(pace)),
        *worked(f"{{}} units of {growth_polls.OF_EACH} registers at 1 Hz", "units", growth_polls.units(pace)),
        *worked(f"{{}} browsers, {growth_polls.OF_EACH} registers at 1 Hz", "browsers", growth_polls.crowds(pace)),
        *remembered(growth_history.histories(pace)),
    ]


def worked(what, noun, costs):
    """The figures of each step, then what ten times as much costs."""
    rates, c_rates, resident, anonymous = (
        {many: getattr(cost, name) for many, cost in costs.items()} for name in ("rate", "c_rate", "resident", "anonymous")
    )
    plot = f"Processor time in ms/s and memory in MiB by {noun}"
    return [
        *steps(what, Spot(plot, "processor time"), rates, "ms/s", 2),
        *steps(what, Spot(plot, "processor time of C on libmodbus"), c_rates, "ms/s", 3),
        *steps(what, Spot(plot, "resident"), resident, "MiB", 1),
        *steps(what, Spot(plot, "of it anonymous"), anonymous, "MiB", 1),
        slope(f"ten times the {noun}: processor time", rates),
        slope(f"ten times the {noun}: processor time of C on libmodbus", c_rates),
        slope(f"ten times the {noun}: resident", resident),
        Row(f"one more of the {noun}: processor time", [each_more(rates) * 1000], "µs/s"),
        Row(f"one more of the {noun}: resident", [each_more(resident) * 1024], "KiB"),
    ]


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


def steps(what, spot, figures, unit, shown):
    """A row for each step, and a curve of them; a figure may be several of the same."""
    return [
        Row(f"{what.format(many)}: {spot.name}", figure if isinstance(figure, list) else [figure], unit, None, shown, replace(spot, at=many))
        for many, figure in figures.items()
    ]


def slope(what, figures):
    """From the first step to the last, as a factor for each factor of ten."""
    (few, first), (many, last) = list(figures.items())[0], list(figures.items())[-1]
    return Row(what, [(last / first) ** (1 / log10(many / few))], "times", None, 2)


def each_more(figures):
    """What one more costs, from the first step to the last."""
    (few, first), (many, last) = list(figures.items())[0], list(figures.items())[-1]
    return (last - first) / (many - few)
