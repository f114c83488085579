"""A terminal program at the other end of the console's cable, inside the guest."""

import os
import re
import time
import tty
from pathlib import Path

SOON = 15  # seconds until Enter is pressed once more
PATIENCE = 180  # seconds: everything is slow here


def until(is_so, what, patience=PATIENCE):
    """Waits until something is so; returns the seconds that took."""
    began = time.monotonic()
    while not is_so():
        if time.monotonic() > began + patience:
            raise RuntimeError(f"{what}: not within {patience} s")
        time.sleep(0.1)
    return time.monotonic() - began


class Laptop:
    """What it shows is kept until somebody has looked for it."""

    def __init__(self):
        until(self.ports, "the laptop's port")
        self.line = os.open(self.ports()[0], os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        tty.setraw(self.line)
        self.screen = ""

    @staticmethod
    def ports():
        return sorted(Path("/dev").glob("ttyACM*"))

    def type(self, keys):
        os.write(self.line, keys.encode())

    def until(self, pattern, patience=PATIENCE):
        """What it shows up to this."""
        try:
            until(lambda: re.search(pattern, self.look()), f"{pattern!r} on the screen", patience)
        except RuntimeError as late:
            raise RuntimeError(f"{late}; it shows {self.screen[-600:]!r}") from late
        end = re.search(pattern, self.screen).end()
        shown, self.screen = self.screen[:end], self.screen[end:]
        return shown

    def look(self):
        try:
            self.screen += os.read(self.line, 4096).decode(errors="replace")
        except BlockingIOError:
            pass
        return self.screen

    def entered(self):
        """Enter until somebody answers, and what they say first."""
        while not re.search(r"login: |pumphouse> ", self.look()):
            self.type("\r")
            try:
                until(lambda: re.search(r"login: |pumphouse> ", self.look()), "an answer to Enter", SOON)
            except RuntimeError as late:
                print(f"{late}; it shows {self.screen!r}", flush=True)
        return self.until(r"login: |pumphouse> ")

    def close(self):
        os.close(self.line)
