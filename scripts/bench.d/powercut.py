"""The whole product in a small Linux whose power is cut at any moment, again and again on the same disk."""

import random
import re
import signal
import sqlite3
import sys
import time
from collections import deque
from pathlib import Path
from threading import Timer

import guest
import usermode
from figures import Row
from place import folder

COMMIT = 5  # seconds: shorter than the default, so that a cut meets commits and checkpoints
LONGEST_LIFE = 45  # seconds from the first commit to the cut
START = 300  # seconds until the first commit counts as never; an emulated machine is slow
STAMP = 0.001  # seconds: blocks keep milliseconds
SLACK = 15  # seconds for a poll and for the emulator's own pauses
TOLD = re.compile(r"STORE (\d+\.\d+) last commit (\d+) s ago.* NEWEST (\d+\.\d+) (\d+\.\d+)")


def measure(pace):
    usermode.demand_tools()
    chance = random.Random(pace.seed)
    lost, damaged, commits, starts = [], 0, 0, []
    with folder() as place:
        life = f"{sys.executable} {Path(__file__).with_name('guest_life.py')} {COMMIT}"
        boot, image = usermode.initrd(life, place), guest.disk(place)
        before = 0
        for number in range(1, pace.cuts + 1):
            print(f"cut {number} of {pace.cuts}: {damaged} damaged or lost so far", file=sys.stderr, flush=True)
            safe, cut_at, start = live(boot, image, chance.uniform(1, LONGEST_LIFE))
            block, newest, sound = look(guest.files_after(image, place) / "data")
            starts.append(start)
            if not sound or newest < safe - STAMP:
                damaged += 1
                print(f"cut {number}: files sound: {sound}; readings said to be safe up to {safe:.3f}, found up to {newest:.3f}", file=sys.stderr)
            commits += block - before
            before = block
            lost.append(cut_at - newest)
    return [
        Row("power cuts", [pace.cuts], "", None, 0),
        Row("commits between them", [commits], "", None, 0),
        Row("files damaged, or commits lost that had been told of", [damaged], "", 0, 0),
        Row("time without readings before the cut", lost, "s", COMMIT + SLACK),
        Row("power on to first commit", starts, "s", None, 0),
    ]


def live(boot, image, seconds):
    """Lives that long after its first commit; returns up to when readings are said to be safe, when the power was cut, and how long the first commit took."""
    began, first, ahead, last, promise = time.time(), 0, 0, deque(maxlen=20), Promise()
    with usermode.powered(image, boot) as machine:
        cut = cut_after(START, machine)
        for line in machine.stdout:
            last.append(line)
            told = TOLD.search(line)
            if told:
                asked_at, age, now, newest = float(told[1]), int(told[2]), float(told[3]), float(told[4])
                promise.heard(asked_at, age, now, newest)
                ahead = now - time.time()
                if not first:
                    cut.cancel()
                    first, cut = time.time(), cut_after(seconds, machine)
        ended = time.time()
        cut.cancel()
        if machine.wait() != -signal.SIGKILL or not first:
            raise RuntimeError(f"the guest did not live until its power was cut; it last said:\n{''.join(last)}")
    return promise.safe, ended + ahead, first - began


class Promise:
    """Up to when readings are safe, by what the agent says of itself: seconds of its own clock."""

    def __init__(self):
        self.safe = 0
        self.looks = deque(maxlen=100)

    def heard(self, asked_at, age, now, newest):
        """Its last commit was so many seconds ago when it was asked; then its newest reading was looked at."""
        # What was seen before the last commit began came with it, if not before.
        self.safe = max((reading for at, reading in self.looks if at < asked_at - age - 1), default=self.safe)
        self.looks.append((now, newest))


def cut_after(seconds, machine):
    timer = Timer(seconds, machine.kill)
    timer.start()
    return timer


def look(data):
    """The newest block, its time, and whether both files are sound."""
    with sqlite3.connect(data / "readings.db") as readings, sqlite3.connect(data / "ledger.db") as ledger:
        sound = all(file.execute("PRAGMA integrity_check").fetchone() == ("ok",) for file in (readings, ledger))
        block, newest = readings.execute("SELECT max(id), max(to_wall) FROM block").fetchone()
    return block or 0, (newest or 0) / 1000, sound and not list(data.glob("*damaged*"))
