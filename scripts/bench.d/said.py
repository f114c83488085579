"""A pump of which every value is known: when a foreign slave held it."""

import subprocess
import time
from bisect import bisect_left, bisect_right
from contextlib import contextmanager
from threading import Thread

from agent import ready
from place import c_program

MODEL = "thermia-genesis-mega"
MOVING = {"brine_in": 10, "brine_out": 11, "outdoor_temp": 13, "hot_water_top": 15}  # addresses of inputs, in hundredths of a degree
VALUES, STEP = 3000, 0.5  # of them before they begin again; seconds between two


class Said:
    """Which value it held when, in seconds of the given clock: all that move hold the same."""

    def __init__(self, now):
        self.now = now
        self.times, self.values = [], []

    def note(self, raw):
        self.times.append(self.now())
        self.values.append(raw)

    def between(self, raw, since, until):
        first = max(0, bisect_left(self.times, since) - 1)
        return raw in self.values[first : bisect_right(self.times, until)]

    def when(self, raw):
        return [round(at) for at, value in zip(self.times, self.values) if value == raw]


@contextmanager
def slave(path, now):
    """A slave on libmodbus at a serial port; gives what it said when."""
    with ready([c_program("slave"), "rtu", f"{path}:115200", "steered"], stdin=subprocess.PIPE) as process:
        said, over = Said(now), []

        def live():
            raw = 1
            while not over:
                for address in MOVING.values():
                    process.stdin.write(f"set input {address} {raw}\n")
                    process.stdin.flush()
                    process.stdout.readline()
                said.note(raw)
                raw = raw % VALUES + 1
                time.sleep(STEP)

        thread = Thread(target=live)
        thread.start()
        try:
            yield said
        finally:
            over.append(True)
            thread.join()
