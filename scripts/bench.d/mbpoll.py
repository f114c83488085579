"""mbpoll on a serial line. It can not be told when to ask: it asks again as soon as its least pause is over."""

import subprocess
import time

from agent import running

PAUSE_MILLIS = 10  # what it waits at least between two scans, by its own choice
ASKS, VALUE = "-- Polling", "["  # what it says when it is about to ask, and with each register


def periods(path, baud, registers, scans):
    """The milliseconds from one scan to the next, its pause included; the first two only set the pace."""
    options = {"-m": "rtu", "-b": baud, "-P": "none", "-a": 1, "-r": 0, "-c": registers, "-t": 4, "-o": 2, "-l": PAUSE_MILLIS}
    words = ["stdbuf", "-oL", "mbpoll", "-0", *(str(word) for option in options.items() for word in option), str(path)]
    with running(words, stdout=subprocess.PIPE, text=True) as process:
        asked, values = [], registers
        for line in process.stdout:
            values += line.startswith(VALUE)
            if line.startswith(ASKS):
                if values != registers:
                    raise RuntimeError(f"mbpoll was told {values} of {registers} registers")
                asked.append(time.monotonic() * 1000)
                values = 0
            if len(asked) == scans + 3:
                return [later - earlier for earlier, later in zip(asked[2:], asked[3:])]
    raise RuntimeError(f"mbpoll ended after {len(asked)} scans of {path}")
