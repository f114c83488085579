"""How much the agent writes to the disk at default settings, and how much of it stays."""

import sqlite3
import time

from agent import agent, virtual_pump
from browser import browsers
from figures import Row
from process import written

MODEL = "nibe-s1255"
COMMIT = 30  # seconds, the default
BETWEEN_COMMITS = 15
DAY = 86_400


def measure(pace):
    with virtual_pump(MODEL) as port, agent(MODEL, port) as started:
        started.first_page()
        with browsers(started.port, 3):
            time.sleep(COMMIT + BETWEEN_COMMITS)
            began, before = time.time(), look(started)
            time.sleep(pace.commits * COMMIT)
            ended, after = time.time(), look(started)
        samples, payload = stored(started.data, began, ended)
    sent, grown = after[0] - before[0], after[1] - before[1]
    return [
        Row("sent to the disk per sample", [sent / samples], "B", 8),
        Row("grown files per sample, log included", [grown / samples], "B"),
        Row("packed readings per sample", [payload / samples], "B", 1, 2),
        Row("samples per commit", [samples / pace.commits], "", None, 0),
        Row("sent to the disk per day, extrapolated", [sent / (ended - began) * DAY / 1e6], "MB"),
    ]


def look(started):
    """Bytes sent to the disk so far, and how large the data files are."""
    return written(started.pid), sum(file.stat().st_size for file in started.data.glob("readings.db*"))


def stored(data, began, ended):
    """Samples in the blocks committed between two times, and the bytes they are packed into."""
    with sqlite3.connect(f"file:{data / 'readings.db'}?mode=ro", uri=True, timeout=30) as database:
        return database.execute(
            "select sum(samples), sum(length(payload)) from block where wall_to between ? and ?",
            (began * 1000, ended * 1000),
        ).fetchone()
