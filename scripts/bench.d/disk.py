"""How much the agent writes to the disk and how much of it stays, at default settings and at full load."""

import csv
import sqlite3
import time
from datetime import datetime

from agent import agent, virtual_pump
from browser import browsers
from databases import bytes_in, filling
from figures import Row
from history import count, polls
from place import MAPS, folder
from process import written

MODEL = "nibe-s1255"
FULL_LOAD = 100  # registers, each asked once a second: what the maker allows
COMMIT = 30  # seconds, the default
BETWEEN_COMMITS = 15
DAY = 86_400
MIB = 1 << 20


def measure(pace):
    sent, grown, seconds, payloads = run("", pace)
    at_default = [
        Row("sent to the disk per commit, default settings", [sent / pace.commits / 1000], "kB"),
        Row("packed readings per commit", payloads, "B", None, 0),
        Row("grown files per commit, log included", [grown / pace.commits / 1000], "kB"),
        Row("sent to the disk per day, extrapolated", [sent / seconds * DAY / MIB], "MiB", 60),
    ]
    sent, grown, seconds, payloads = run(each_second(FULL_LOAD), pace)
    samples = FULL_LOAD * seconds
    alive = [
        Row(f"sent to the disk per sample, {FULL_LOAD} registers at 1 Hz", [sent / samples], "B", 8, 2),
        Row("packed readings per sample", [sum(payloads) / (FULL_LOAD * COMMIT * len(payloads))], "B", 1, 2),
    ]
    return at_default + alive + replayed("default settings", 5) + replayed(f"{FULL_LOAD} registers at 1 Hz", 1, FULL_LOAD)


def replayed(what, seconds, *registers):
    """A whole day through the store alone, with all its commits, checkpoints and roll-ups."""
    with folder() as place:
        day = polls(place / "day", datetime(2026, 1, 1), 1, seconds, *registers)
        home = place / "store"
        home.mkdir()
        with filling(home) as store:
            store.fill(day, COMMIT // seconds)
            sent, stored, samples = written(store.pid), bytes_in(home), count(day)
    day = f"a day replayed, {what}, roll-ups included"
    return [
        Row(f"{day}: sent to the disk", [sent / MIB], "MiB", None if registers else 60),
        Row(f"{day}: sent to the disk per sample", [sent / samples], "B", 8 if registers else None, 2),
        Row(f"{day}: on the disk per sample", [stored / samples], "B", 1 if registers else None, 2),
    ]


def run(settings, pace):
    """Bytes sent, bytes the files grew, seconds that took, sizes of the blocks of readings."""
    with virtual_pump(MODEL) as port, agent(MODEL, port, settings) as started:
        started.first_page()
        with browsers(started.port, 3):
            time.sleep(COMMIT + BETWEEN_COMMITS)
            began, before = time.time(), look(started)
            time.sleep(pace.commits * COMMIT)
            ended, after = time.time(), look(started)
        started.process.terminate()  # The agent alone may open its database while it runs.
        started.process.wait()
        return after[0] - before[0], after[1] - before[1], ended - began, stored(started.data, began, ended)


def each_second(count):
    """Settings that ask each metric each second, and as many other registers as make up the count."""
    with open(MAPS / f"{MODEL}.csv", encoding="utf-8") as file:
        every = list(csv.DictReader(line for line in file if not line.startswith("#")))
    every.sort(key=lambda row: (not row["metric"], row["space"], int(row["address"])))
    chosen = "".join(f'      "register:{row["id"]}": 1s\n' for row in every[:count])
    return f"    poll-interval: 1h\n    intervals:\n{chosen}"


def look(started):
    """Bytes sent to the disk so far, and how large the data files are."""
    return written(started.pid), sum(file.stat().st_size for file in started.data.glob("readings.db*"))


def stored(data, began, ended):
    """Sizes of the blocks of readings heard between two times."""
    with sqlite3.connect(f"file:{data / 'readings.db'}?mode=ro", uri=True, timeout=30) as database:
        rows = database.execute(
            "select length(payload) from block where to_wall between ? and ?",
            (began * 1000, ended * 1000),
        )
        return [size for (size,) in rows]
