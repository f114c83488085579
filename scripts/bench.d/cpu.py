"""How much processor time and memory polling costs, beside others that ask the same: C, pymodbus and collectd."""

import csv
import time
from contextlib import ExitStack

import pollers
import rivals
from agent import agent, free_port, ready
from browser import browsers, demand_open
from figures import Row, Spot
from place import MAPS, c_program
from process import cpu_rate, memory, share

MODEL = "nibe-s1255"
REGISTERS = 100
PER_REQUEST = 20  # What the maker allows, from the head of the map.
BROWSERS = 3
TARGET, TWENTIETH = 2.5, 1140  # ms/s, from the twentieth minute on, of which this is the first second; before that less is compiled
AGENT = "agent"
WORK = "Processor time per polled register and second, µs"
SIZE = "Resident memory per polled register, KiB"
HOW = {
    pollers.C: f"in requests of {PER_REQUEST}, nothing kept",
    pollers.PYMODBUS: f"in requests of {PER_REQUEST}, nothing kept",
    pollers.COLLECTD: "in a request for each, written to CSV files",
}


def measure(pace):
    rivals.demand("pymodbus", "collectd")
    rows = registers()
    first, last = int(rows[0]["address"]), int(rows[-1]["address"])
    span = last - first + 1
    with ExitStack() as open_things:
        port = free_port()
        open_things.enter_context(ready([c_program("slave"), "tcp", str(port)]))
        them = open_things.enter_context(pollers.peers(port, first, span, PER_REQUEST))
        whole = open_things.enter_context(pollers.c(port, first, span, span))
        started = open_things.enter_context(agent(MODEL, port, settings(rows)))
        started.first_page()
        tabs = open_things.enter_context(browsers(started.port, BROWSERS))
        time.sleep(pace.warm)
        check(started, rows)
        heard = tabs[0].frames, tabs[0].bytes
        ours, at_once, *others = cpu_rate([started.pid, whole.pid, *(it.pid for it in them.values())], pace.window)
        frames, size = tabs[0].frames - heard[0], tabs[0].bytes - heard[1]
        kept = {AGENT: memory(started.pid)} | {who: memory(it.pid) for who, it in them.items()}
        shares = {AGENT: share(started.pid)} | {who: share(it.pid) for who, it in them.items()}
        pollers.demand_alive({"C in one request": whole})
        demand_open(tabs)
    rates = dict(zip(them, others))
    return [
        Row(f"{AGENT}, second {pace.warm}: {REGISTERS} registers at 1 Hz, store, {BROWSERS} browsers", [ours], "ms/s", TARGET if pace.warm >= TWENTIETH else None, 2),
        *(Row(f"{who}: the same registers, {HOW[who]}", [rate], "ms/s", None, 3) for who, rate in rates.items()),
        Row("C on libmodbus: the same in one request", [at_once], "ms/s", None, 3),
        *(Row(f"agent over {who}", [ours / rate], "times") for who, rate in rates.items()),
        *(Row(f"processor time per polled register and second: {who}", [rate * 1000 / REGISTERS], "µs", None, 2, Spot(WORK, who)) for who, rate in ({AGENT: ours} | rates).items()),
        *(row for who in kept for row in resident(who, kept[who], shares[who])),
        Row("messages to each browser", [frames / pace.window], "/s"),
        Row("bytes to each browser", [size / pace.window], "/s", None, 0),
    ]


def resident(who, sizes, share):
    """What a process keeps for each register it asks for, with and without what others keep as well."""
    whole, anonymous, _ = sizes
    return [
        Row(f"resident per polled register: {who}, {whole:.1f} MiB in all", [whole * 1024 / REGISTERS], "KiB", None, 0, Spot(SIZE, who)),
        Row(f"the same, what processes share divided among them: {who}", [share * 1024 / REGISTERS], "KiB", None, 0),
        Row(f"of it anonymous: {who}", [anonymous * 1024 / REGISTERS], "KiB", None, 0),
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
