"""How much processor time polling costs, beside C programs that ask the same and do nothing else."""

import csv
import time
from contextlib import ExitStack

from agent import agent, free_port, ready, running
from browser import browsers
from figures import Row
from place import MAPS, c_program
from process import cpu_rate

MODEL = "nibe-s1255"
REGISTERS = 100
PER_REQUEST, PAUSE_MILLIS = 20, 0  # What the maker allows, from the head of the map.
PERIOD_MILLIS = 1000


def measure(pace):
    rows = registers()
    first, last = int(rows[0]["address"]), int(rows[-1]["address"])
    span = last - first + 1
    with ExitStack() as open_things:
        port = free_port()
        open_things.enter_context(ready([c_program("slave"), "tcp", str(port)]))
        master = [c_program("master"), "tcp", f"127.0.0.1:{port}", str(first), str(span)]
        split = open_things.enter_context(
            running([*master, str(PER_REQUEST), str(PAUSE_MILLIS), str(PERIOD_MILLIS), "0"])
        )
        whole = open_things.enter_context(running([*master, str(span), "0", str(PERIOD_MILLIS), "0"]))
        started = open_things.enter_context(agent(MODEL, port, settings(rows)))
        started.first_page()
        tabs = open_things.enter_context(browsers(started.port, 3))
        time.sleep(pace.warm)
        check(started, rows)
        heard = tabs[0].frames, tabs[0].bytes
        ours, as_we, at_once = cpu_rate([started.pid, split.pid, whole.pid], pace.window)
        frames, size = tabs[0].frames - heard[0], tabs[0].bytes - heard[1]
    return [
        Row(f"agent: {REGISTERS} registers at 1 Hz, store, 3 browsers", [ours], "ms/s", 2.5, 2),
        Row(f"C on libmodbus: the same in requests of {PER_REQUEST}", [as_we], "ms/s", None, 3),
        Row("C on libmodbus: the same in one request", [at_once], "ms/s", None, 3),
        Row("agent over C, same requests", [ours / as_we], "times"),
        Row("messages to each browser", [frames / pace.window], "/s"),
        Row("bytes to each browser", [size / pace.window], "/s", None, 0),
    ]


def registers():
    """A run of registers without gaps or limits, one word each, as many as one request may carry."""
    with open(MAPS / f"{MODEL}.csv", encoding="utf-8") as file:
        every = list(csv.DictReader(line for line in file if not line.startswith("#")))
    plain = [
        row
        for row in every
        if row["space"] == "holding" and not row["metric"] and not row["type"].endswith("32")
    ]
    plain.sort(key=lambda row: int(row["address"]))
    for start in range(len(plain) - REGISTERS + 1):
        run = plain[start : start + REGISTERS]
        if int(run[-1]["address"]) - int(run[0]["address"]) == REGISTERS - 1:
            return run
    raise RuntimeError(f"{MODEL} has no run of {REGISTERS} registers")


def settings(rows):
    """These registers each second, everything else as seldom as may be."""
    chosen = "".join(f'      "register:{row["id"]}": 1s\n' for row in rows)
    return f"    poll-interval: 1h\n    intervals:\n{chosen}"


def check(started, rows):
    """A bench of registers that are not read, or of faults, would be a lie."""
    good = [reading for reading in started.readings() if reading["state"] == "value"]
    read = {reading["metric"] for reading in good if reading["age_ms"] < 3000}
    missing = {row["id"] for row in rows} - {name.removeprefix("register:") for name in read}
    if missing:
        raise RuntimeError(f"{len(missing)} of {REGISTERS} registers are not read each second")
