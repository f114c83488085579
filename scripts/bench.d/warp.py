"""Time that runs faster for a process, and a wall clock and a disk that can be put wrong under it."""

import mmap
import struct
import subprocess
import time

from place import BUILT, PEERS, ROOT

SPEED = 60
DAY = 24 * 3600
SECOND = 10**9
TROUBLE = ROOT / "agent" / "src" / "test" / "resources" / "real" / "trouble.c"


def library(source):
    file = BUILT / f"{source.stem}.so"
    subprocess.run(["cc", "-O2", "-Wall", "-Wextra", "-shared", "-fPIC", "-o", file, source], check=True)
    return file


class Warp:
    """Simulated time: it began a day ago, so that it comes to an end about now."""

    def __init__(self, place):
        self.libraries = [library(PEERS / "warp.c"), library(TROUBLE)]
        self.trouble, self.file = place / "trouble", place / "clock"
        self.began, self.wall = time.monotonic_ns(), time.time_ns() - DAY * SECOND
        self.file.write_bytes(bytes(16))
        with open(self.file, "r+b") as file:
            self.clock = mmap.mmap(file.fileno(), 16)
        self.set_right()

    def environment(self):
        return {
            "LD_PRELOAD": " ".join(str(each) for each in self.libraries),
            "TROUBLE": str(self.trouble),
            "WARP": str(SPEED),
            "WARP_FROM": str(self.began),
            "WARP_WALL": str(self.wall),
            "WARP_SET": str(self.file),
        }

    def now(self):
        """The right time, in seconds."""
        return (self.wall + (time.monotonic_ns() - self.began) * SPEED) / SECOND

    def set_wrong(self, seconds):
        """No time server vouches for it any more, and then it is wrong."""
        self.clock[8:] = struct.pack("=q", 0)
        self.clock[:8] = struct.pack("=q", seconds)

    def set_right(self):
        self.clock[:8] = struct.pack("=q", 0)
        self.clock[8:] = struct.pack("=q", 1)

    def spoil_disk(self, errno):
        self.trouble.write_text(str(errno))

    def mend_disk(self):
        self.trouble.unlink()
