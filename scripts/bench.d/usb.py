"""
The agent in an emulated machine, its pump behind a USB serial adapter that is unplugged at seeded moments, its console at the machine's
own USB socket, which the kernel's dummy controller joins to a laptop's end in the same machine.
"""

import json
import random
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from types import SimpleNamespace

import emulated
import guest
import line
from agent import ready
from figures import Row
from guest_usb import PORT, READ
from monitor import Monitor
from place import c_program, folder
from powercut import look

MODULES = ("xhci_pci", "ftdi_sio", "dummy_hcd", "libcomposite", "usb_f_acm", "cdc_acm")
ADAPTER, NUMBER = "adapter", "A50285BI"
BAUD = 9600
ADDRESSES = (3, 11, 12)  # of what the guest watches, in the map of its model
PATIENCE = 600  # seconds until something counts as never
QUIET = 15  # seconds
SLACK = 4  # seconds by which the guest may be behind with what it tells
STEP = 0.5  # seconds after which the slave says something else
VALUES = 400  # what it says before it begins again: 0.1 to 40.0 degrees
TOLD_WITHIN = 15  # seconds
SPIN = 2  # times the processor time of polling
BACK_WITHIN = 45  # seconds: a port that is missing is looked for every 30 s at the rarest
SAID = re.compile(r"USB (\w+) ?(.*\S)?")


def measure(pace):
    emulated.demand_tools()
    chance = random.Random(pace.seed)
    with folder() as place:
        life = f"{sys.executable} {Path(__file__).with_name('guest_usb.py')} {pace.seed} {pace.unplugs}"
        boot, image = emulated.initrd(life, place, MODULES), guest.disk(place)
        with wire(place) as (near, pump):
            bus = ["-device", "qemu-xhci,id=xhci", "-chardev", f"serial,id=line,path={near}", "-device", f"usb-serial,id={ADAPTER},chardev=line,serial={NUMBER}"]
            qmp = place / "qmp"
            with emulated.powered(image, boot, devices=[*bus, "-qmp", f"unix:{qmp},server=on,wait=off"]) as machine:
                house = House(machine, pump, Monitor(qmp, PATIENCE))
                house.await_ready()
                rounds = [house.unplugged(chance, number) for number in range(1, pace.unplugs + 1)]
        files = guest.files_after(image, place)
        log = (files / "agent.log").read_text(errors="replace")
        _, _, sound = look(files / "data")
    return house.rows(rounds, log, sound)


@contextmanager
def wire(place):
    """A slow line; gives its near end, and what has the slave at the far end say something else all the time."""
    near, far = place / "near", place / "far"
    with ready([c_program("wire"), near, far, str(BAUD), str(line.BITS)]):
        with ready([c_program("slave"), "rtu", f"{far}:{BAUD}", "steered"], stdin=subprocess.PIPE) as slave:
            pump = Pump(slave)
            Thread(target=pump.live, daemon=True).start()
            yield near.resolve(), pump
            pump.is_over = True


class Pump:
    """What the slave held when: the registers that are watched all the same, and each time another; nothing in the others."""

    def __init__(self, slave):
        self.slave = slave
        self.held = []  # when, what
        self.is_over = False

    def live(self):
        raw = 1
        self.order(f"set holding {line.WORD_SWAP} 1")
        while not self.is_over:
            for address in ADDRESSES:
                self.order(f"set holding {address} {raw}")
            self.held.append((time.time(), raw))
            raw = raw % VALUES + 1
            time.sleep(STEP)

    def order(self, words):
        self.slave.stdin.write(f"{words}\n")
        self.slave.stdin.flush()
        if self.slave.stdout.readline() != "ok\n":
            self.is_over = True  # the bench ends

    def said(self, raw, since, until):
        """Whether it said that between these moments."""
        held = list(self.held)
        ends = [at for at, _ in held[1:]] + [time.time()]
        return any(value == raw and at <= until and end >= since for (at, value), end in zip(held, ends))


class House:
    """What the guest tells of its agent, judged by what the slave really said."""

    def __init__(self, machine, pump, monitor):
        self.machine, self.pump, self.monitor = machine, pump, monitor
        self.heard, self.told, self.wrong, self.values = Queue(), [], [], 0
        self.is_ready = False
        self.now = {"newest": 0}
        self.cause = ""
        self.console = []
        Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for words in self.machine.stdout:
            said = SAID.search(words)  # what the machine itself prints may stand before it
            if said:
                self.heard.put((time.time(), said[1], said[2] or ""))
            else:
                self.told = [*self.told[-20:], words.strip()]

    def take(self, deadline):
        try:
            at, kind, words = self.heard.get(timeout=max(0.1, deadline - time.time()))
        except Empty:
            raise RuntimeError("the guest says nothing any more; before that: " + " / ".join(self.told)) from None
        if kind == "seen":
            self.seen(at, json.loads(words))
            return
        print("USB", kind, words, file=sys.stderr, flush=True)
        self.is_ready |= kind == "ready"
        if kind == "console":
            self.console.append(json.loads(words))
        if kind == "broken":
            raise RuntimeError(words)

    def seen(self, at, now):
        self.now = now | {"at": at, "newest": self.now["newest"]}
        for metric, raw, age in now["values"]:
            taken = at - age
            self.now["newest"] = max(taken, self.now["newest"])
            self.values += 1
            if not self.pump.said(raw, taken - SLACK, taken + SLACK):
                self.blame(f"{metric} was told as {raw} of {age:.1f} s ago, and the slave did not say so then")
        if not now["lives"]:
            self.blame("the agent has ended")
            raise RuntimeError("the agent has ended")

    def blame(self, words):
        self.wrong.append(words)
        print("WRONG:", words, file=sys.stderr, flush=True)

    def until(self, is_so, patience=PATIENCE):
        """Takes what the guest tells until something is so; returns the seconds that took."""
        began = time.time()
        while not is_so():
            if time.time() > began + patience:
                raise RuntimeError(f"still {self.now} after {patience} s")
            self.take(began + patience)
        return time.time() - began

    def await_ready(self):
        """The console's rounds come first, and each of them tells something."""
        while not self.is_ready:
            self.take(time.time() + PATIENCE)

    def look(self):
        """Some seconds of quiet polling; returns what the agent takes meanwhile."""
        self.until(lambda: self.now["newest"])
        before = self.now
        self.until(lambda: self.now["at"] > before["at"] + QUIET)
        return rate(before, self.now)

    def unplugged(self, chance, number):
        """Pulled at any moment of a poll; back after a while, or at once, as a plug that is loose."""
        plugged = self.look()
        moment, is_loose = self.now["at"] + chance.uniform(0, 6), number % 3 == 0
        self.until(lambda: self.now["at"] > moment)
        time.sleep(chance.uniform(0, READ))
        self.monitor.pull(ADAPTER)
        pulled = time.time()
        told, gone = [], []
        if is_loose:
            time.sleep(chance.uniform(0, 1))
        else:
            told = [self.until(lambda: self.now["at"] > pulled and self.now["link"] == "down")]
            gone = [self.away(chance.uniform(5, 20))]
        self.monitor.plug("usb-serial", ADAPTER, chardev="line", serial=NUMBER)
        plug = time.time()
        back = self.until(lambda: self.now["newest"] > plug)
        cause = self.cause if told else "loose"
        print(f"USB unplugged {number} for {plug - pulled:.1f} s ({cause}), a value after {back:.1f} s", file=sys.stderr, flush=True)
        return SimpleNamespace(told=told, back=back, plugged=plugged, gone=gone, seen=self.now)

    def away(self, seconds):
        """It says so all the time, and names the port; returns what the agent takes meanwhile."""
        first = self.now
        self.named()
        while self.now["at"] < first["at"] + seconds:
            self.take(time.time() + PATIENCE)
            self.named()
            # Not at the first look: that was in the middle of a round, whose other answers are told after it.
            for metric, state, reason in self.now["states"]:
                if (state, reason) != ("invalid", "line-down"):
                    self.blame(f"{metric} is {state} {reason} while the port is gone")
        return rate(first, self.now)

    def named(self):
        self.cause = self.now["cause"]
        if str(PORT) not in self.cause or not self.now["next"]:
            self.blame(f"the port is not named, or no next step: {self.now}")

    def rows(self, rounds, log, sound):
        first, end = rounds[0].seen, rounds[-1].seen
        stacks = len(re.findall(r"^\s+at ", log, re.M))
        wrong = len(self.wrong) + sum(len(each["wrong"]) for each in self.console)
        return [
            Row("adapter pulled and plugged in again", [len(rounds)], "", None, 0),
            Row("of these at once, as a loose plug", [sum(not each.told for each in rounds)], "", None, 0),
            Row("values looked at", [self.values], "", None, 0),
            Row("told wrongly: a value not of its time, a port not named, somebody not asked who they are", [wrong], "", 0, 0),
            Row("pulled, to told so", sum((each.told for each in rounds), []), "s", TOLD_WITHIN),
            Row("plugged in, to a value that is new", [each.back for each in rounds], "s", BACK_WITHIN),
            Row("processor time while unplugged over that before", [gone / each.plugged for each in rounds for gone in each.gone], "times", SPIN, 2),
            Row("file handles more after the last round than after the first", [end["files"] - first["files"]], "", 2, 0),
            Row("threads more", [end["threads"] - first["threads"]], "", 2, 0),
            Row("lines of stacks in the log", [stacks], "", 0, 0),
            Row("databases damaged", [int(not sound)], "", 0, 0),
            Row("cable of the console pulled and put back", [len(self.console)], "", None, 0),
            Row("terminal program closed without pulling it, and the session went on", [sum(each["kept"] for each in self.console)], "", None, 0),
            Row("cable pulled, to the session ended", [each["ended"] for each in self.console], "s", TOLD_WITHIN),
            Row("Enter, to the login", [each["answered"] for each in self.console], "s"),
            Row("Enter, to the first screen, with the password judged", [each["login"] for each in self.console], "s"),
        ]


def rate(before, after):
    return (after["millis"] - before["millis"]) / (after["at"] - before["at"])
