"""What ten times as much costs: registers, units on a line, browsers."""

import growth_polls
from figures import Row, Spot
from slopes import each_more, slope, steps


def measure(pace):
    return [
        *worked("{} registers at 1 Hz", "registers", growth_polls.registers(pace)),
        *worked(f"{{}} units of {growth_polls.OF_EACH} registers at 1 Hz", "units", growth_polls.units(pace)),
        *worked(f"{{}} browsers, {growth_polls.OF_EACH} registers at 1 Hz", "browsers", growth_polls.crowds(pace)),
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
