"""The same polls in this agent's store, in InfluxDB and in VictoriaMetrics, side by side."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta, timezone
from itertools import islice
from statistics import median

import databases
from figures import Row
from history import count, polls
from place import folder
from process import cpu_millis, memory, written

US, INFLUX, VICTORIA = "this store", "InfluxDB", "VictoriaMetrics"
BETWEEN = datetime(2026, 1, 1, tzinfo=timezone.utc)  # polls before it are rare, those after it are many
SECONDS = 5
AT_ONCE = 6  # polls: what the agent commits together by default
HOUR = 3600
DAY = 24 * HOUR
POINTS = 600
WARM_UP = 3
APART = 431  # seconds between the ends of two questions, lest the second be answered from a cache


def measure(pace):
    databases.demand()
    with folder() as place, ExitStack() as open_things:
        month = polls(place / "month", BETWEEN, pace.days, SECONDS)
        year = polls(place / "year", BETWEEN - timedelta(pace.past), pace.past, pace.rare)
        homes = {who: place / who.replace(" ", "-") for who in (US, INFLUX, VICTORIA)}
        for home in homes.values():
            home.mkdir()
        with open_for_filling(homes, databases.HURRY) as them:
            rows = filled(them, month)
            at_once(them.values(), lambda it: take(it, year, HOUR // pace.rare))
        with open_for_filling(homes) as them:
            rows += lived(them, polls(place / "next", BETWEEN + timedelta(pace.days), 1, SECONDS), place, pace.life)
        them = {
            US: open_things.enter_context(databases.ours(homes[US])),
            INFLUX: open_things.enter_context(databases.influx(homes[INFLUX])),
            VICTORIA: open_things.enter_context(databases.victoria(homes[VICTORIA])),
        }
        end = int(BETWEEN.timestamp()) + pace.days * DAY
        return [
            *rows,
            *asked(f"{pace.days} days", them, end, pace.days, pace.questions),
            *asked(f"{pace.days + pace.past} days", them, end, pace.days + pace.past, pace.questions),
            *beside("resident after the questions, ours the whole agent", "MiB", {who: [memory(it.pid)[0]] for who, it in them.items()}),
        ]


@contextmanager
def open_for_filling(homes, hurry=""):
    """All three, each in its own home."""
    with (
        databases.filling(homes[US]) as store,
        databases.influx(homes[INFLUX], hurry) as influx,
        databases.victoria(homes[VICTORIA]) as victoria,
    ):
        yield {US: store, INFLUX: influx, VICTORIA: victoria}


def filled(them, file):
    """Fills all at once, so that noise hits all, waits until they have settled, and looks at what that took."""
    samples = count(file)
    stored, sent, worked, resident = {}, {}, {}, {}
    before = {who: (written(it.pid), cpu_millis(it.pid)) for who, it in them.items()}
    at_once(them.values(), lambda it: take(it, file, AT_ONCE))
    for who, it in them.items():
        stored[who] = [databases.bytes_in(it.place) / samples]
        sent[who] = [(written(it.pid) - before[who][0]) / samples]
        worked[who] = [(cpu_millis(it.pid) - before[who][1]) * 1e6 / samples]
        resident[who] = [memory(it.pid)[0]]
    return [
        Row("samples", [samples], "", None, 0),
        *beside("on the disk, settled, per sample", "B", stored, 3),
        *beside("sent to the disk, per sample", "B", sent, 2),
        *beside("processor time to take in and settle, per sample", "ns", worked, 0),
        *beside("resident after that", "MiB", resident),
    ]


def at_once(them, task):
    with ThreadPoolExecutor() as threads:
        list(threads.map(task, them))


def take(database, file, together):
    database.fill(file, together)
    database.settle()


def lived(them, file, place, seconds):
    """At the pace of life, where nobody can put many commits together. The first is not counted: it also begins a journal."""
    batch, samples, before = place / "batch", 0, {}
    with open(file, encoding="utf-8") as lines:
        for _ in range(1 + seconds // (AT_ONCE * SECONDS)):
            batch.write_text("".join(islice(lines, AT_ONCE)))
            for it in them.values():
                it.fill(batch, AT_ONCE)
            time.sleep(AT_ONCE * SECONDS)
            samples += count(batch) if before else 0
            before = before or {who: written(it.pid) for who, it in them.items()}
    sent = {who: [(written(it.pid) - before[who]) / samples] for who, it in them.items()}
    return beside(f"sent to the disk at the pace of life, {seconds} s, per sample", "B", sent)


def asked(what, them, end, days, questions):
    """They take turns, so that noise hits all; each question ends somewhat earlier than the one before."""
    took, worked = {who: [] for who in them}, {who: [] for who in them}
    for turn in range(WARM_UP + questions):
        until = end - turn * APART
        for who, it in them.items():
            began, before = time.perf_counter(), cpu_millis(it.pid)
            values = it.curves(until - days * DAY, until, POINTS)
            if turn >= WARM_UP:
                took[who].append((time.perf_counter() - began) * 1000)
                worked[who].append(cpu_millis(it.pid) - before)
            if values < 0.9 * POINTS * len(databases.METRICS):
                raise RuntimeError(f"{who} found only {values} values in {what}")
    question = f"{what} x {len(databases.METRICS)} metrics x {POINTS} points"
    slowest = {who: [percentile(times, 95)] for who, times in took.items()}
    return [
        *beside(f"{question}, p50", "ms", took),
        *beside(f"{question}, p95", "ms", slowest),
        *beside(f"{question}, processor time", "ms", worked),
    ]


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def beside(what, unit, figures, shown=1):
    """One row for each; the target of ours is the better of the others."""
    best = min(median(values) for who, values in figures.items() if who != US)
    return [Row(f"{what}: {who}", values, unit, round(best, shown) if who == US else None, shown) for who, values in figures.items()]
