"""How close a scan comes to what a slow serial line itself takes."""

import os
import subprocess
import time
from contextlib import contextmanager
from statistics import median

from agent import running
from figures import Row
from place import c_program, folder, java_program

BAUD = 9600
BITS = 10  # 8N1: a pseudo-terminal refuses parity.
SIZES = [10, 50, 100]
TARGET = 1.05
WARM_UP = 2  # The first scan opens the port, and the second begins while its classes still load.


def limit_millis(registers):
    """Request, answer, and the silence of 3.5 characters that either side keeps before it speaks."""
    characters = 8 + 5 + 2 * registers + 2 * 3.5
    return characters * BITS / BAUD * 1000


def measure(pace):
    with folder() as place, wire(place) as (ours, _):
        scans = {
            "agent": lambda size: scan([*java_program("LineScan"), ours, BAUD, size, pace.scans]),
            "C on libmodbus": lambda size: scan(
                [c_program("master"), "rtu", f"{ours}:{BAUD}", 0, size, size, 0, 0, pace.scans]
            ),
        }
        taken = {(who, size): scans[who](size) for size in SIZES for who in scans}
    return [ratio(who, size, taken[who, size]) for who in scans for size in SIZES]


def ratio(who, size, millis):
    what = f"{who}: {size} registers, {median(millis):.1f} ms on a wire of {limit_millis(size):.1f} ms"
    return Row(what, [each / limit_millis(size) for each in millis], "times the wire", TARGET, 3)


def scan(words):
    """Runs one master; returns the milliseconds of its scans after the warm-up."""
    told = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, text=True, check=True)
    return [float(word) for word in told.stdout.split()][WARM_UP:]


@contextmanager
def wire(place):
    """A line that takes its time, with a slave at the far end; gives the near end's path."""
    near, far = place / "near", place / "far"
    with running([c_program("wire"), near, far, str(BAUD), str(BITS)]):
        while not os.path.exists(far):
            time.sleep(0.01)
        with running([c_program("slave"), "rtu", f"{far}:{BAUD}"]) as slave:
            time.sleep(0.2)
            yield near, slave
