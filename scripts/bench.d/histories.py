"""What a longer history costs: disk, start, questions, memory."""

import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import databases
from agent import living, pump, virtual_pump
from history import MODEL, count, polls
from peers import APART, DAY, HOUR, POINTS, WARM_UP, at_once
from place import folder
from process import cpu_millis, memory

MONTH = 30
# How many days before today a stretch begins and ends, and the seconds between its polls.
STRETCHES = ((1826, 365, 600), (365, MONTH, 600), (MONTH, 1, 60), (1, 0, 60))
DAYS = (1, MONTH, 365, 1826)
STARTS = 3
LEAST = 0.5  # of the points asked for: the agent rounds the steps between them up to what clocks know


@dataclass(frozen=True)
class Past:
    """A history and what it costs; times are in milliseconds, a question's wall time and its processor time."""

    samples: int
    stored: int  # bytes
    starts: list  # seconds to the first reading
    month: list
    month_worked: list
    whole: list
    whole_worked: list
    resident: float  # MiB, after the questions


def histories(pace):
    """The same past, longer and longer, each in a store of its own; the longest tells how long a step takes."""
    today = datetime.now(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
    with folder() as place, virtual_pump(MODEL) as port:
        files = {
            begin: (polls(place / f"from-{begin}", today - timedelta(begin), begin - end, seconds), seconds) for begin, end, seconds in STRETCHES
        }
        homes = {days: place / f"{days}-days" for days in DAYS}
        for home in homes.values():
            home.mkdir()
        fill({home: [files[begin] for begin in files if begin <= days] for days, home in homes.items()})
        samples = {days: sum(count(file) for begin, (file, _) in files.items() if begin <= days) for days in DAYS}
        end = int(today.timestamp())
        return {days: lived(home, days, end, port, samples[days], pace) for days, home in homes.items()}


def fill(wanted):
    """All stores at once, each with its stretches in their order."""
    with ExitStack() as open_things:
        stores = [(open_things.enter_context(databases.filling(home)), stretches) for home, stretches in wanted.items()]
        at_once(stores, lambda each: take(*each))


def take(store, stretches):
    for file, seconds in stretches:
        store.fill(file, HOUR // seconds)


def lived(home, days, end, port, samples, pace):
    """The agent on this past: how soon it reads its pump, how soon it tells of the past."""
    stored, starts = databases.bytes_in(home), []
    with ExitStack() as open_things:
        for turn in range(STARTS):
            last = turn == STARTS - 1
            with ExitStack() as this_time:
                started = (open_things if last else this_time).enter_context(
                    living(home, pump("house", MODEL, port), more=databases.KEEP)
                )
                started.first_page()
                starts.append(started.first_reading())
        house = databases.Ours(started.process, started.port, home, "")
        month = asked(house, end, min(days, MONTH), pace.questions)
        whole = asked(house, end, days, pace.questions)
        return Past(samples, stored, starts, *month, *whole, memory(house.pid)[0])


def asked(house, end, days, questions):
    """Wall and processor time of each question; each ends somewhat earlier than the one before."""
    took, worked = [], []
    for turn in range(WARM_UP + questions):
        until = end - turn * APART
        began, before = time.perf_counter(), cpu_millis(house.pid)
        values = house.curves(until - days * DAY, until, POINTS)
        if turn >= WARM_UP:
            took.append((time.perf_counter() - began) * 1000)
            worked.append(cpu_millis(house.pid) - before)
        if values < LEAST * POINTS * len(databases.METRICS):
            raise RuntimeError(f"only {values} values of {days} days were found")
    return took, worked
