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
MIB = 1 << 20


def measure(pace):
    with virtual_pump(MODEL) as port, agent(MODEL, port) as started:
        started.first_page()
        with browsers(started.port, 3):
            time.sleep(COMMIT + BETWEEN_COMMITS)
            began, before = time.time(), look(started)
            time.sleep(pace.commits * COMMIT)
            ended, after = time.time(), look(started)
        started.process.terminate()  # The agent alone may open its database while it runs.
        started.process.wait()
        payloads = stored(started.data, began, ended)
    sent, grown = after[0] - before[0], after[1] - before[1]
    return [
        Row("sent to the disk per commit", [sent / pace.commits / 1000], "kB"),
        Row("packed readings per commit", payloads, "B", None, 0),
        Row("grown files per commit, log included", [grown / pace.commits / 1000], "kB"),
        Row("sent to the disk per day, extrapolated", [sent / (ended - began) * DAY / MIB], "MiB", 60),
    ]


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
