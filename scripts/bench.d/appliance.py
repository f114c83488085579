"""
The package on a small Debian 13 with systemd and no network: installed, started, watched over, its power cut again and again, its
pump a foreign slave on a second serial port.
"""

import random
import re
import shlex
import subprocess
import sys
import time
from contextlib import contextmanager

import care
import debian
import guest
import usermode
from agent import ready
from debian import PATIENCE, switched_on
from figures import Row
from place import ROOT, Missing, c_program, folder
from powercut import COMMIT, LONGEST_LIFE, SLACK, STAMP, Promise, look

TOOLS = debian.TOOLS | {"socat": "socat"}
CONFIG = f"""pumps:
  - id: house
    model: nibe-f1255
    line: {{serial: /dev/ttyS1, unit: 1}}
    poll-interval: 1s
store: {{commit-interval: {COMMIT}s}}
web: {{listen: "127.0.0.1:8080"}}
console: {{serial: /dev/ttyS2}}
"""
HANG = 3600  # seconds for which one call of the poll loop does not return
HELD_UP = 160  # seconds until it does: longer than the watchdogs of agent and systemd and TimeoutAbortSec= together; nothing ends a process that is traced


def measure(pace):
    guest.demand_tools(TOOLS)
    usermode.demand_tools()
    package = built()
    with folder() as place, slave(place) as line:
        others = [care.variant(package, place, name, code) for name, code in care.VARIANTS.items()]
        image = debian.disk(place, package, care.module(), *others)
        first = installed(image, place, line)
        by_itself, restarted = watched(image, place, line)
        cared = care.tended(image, place, line) + care.upgraded(image, place, line)
        starts, lost, damaged = cut(image, place, line, pace)
    return [
        Row("package installed and enabled, to ready", [first], "s", None, 0),
        Row("power on to ready, by itself", [by_itself], "s", None, 0),
        Row(f"poll loop hung, and held by its tracer for {HELD_UP} s, to ready again by systemd", [restarted], "s", HELD_UP + 60, 0),
        *cared,
        Row("power cuts", [len(lost)], "", None, 0),
        Row("files damaged, or commits lost that had been told of", [damaged], "", 0, 0),
        Row("time without readings before the cut", lost, "s", COMMIT + SLACK),
        Row("power on to ready after a cut", starts, "s", None, 0),
    ]


def built():
    told = subprocess.run([ROOT / "scripts" / "package", "amd64"], stdout=subprocess.PIPE, text=True, check=False)
    if told.returncode != 0:
        raise Missing("the package could not be built; see above")
    return told.stdout.split()[-1]


@contextmanager
def slave(place):
    """A Modbus slave on libmodbus; gives the other end of its cable."""
    ends = place / "guest-end", place / "slave-end"
    with subprocess.Popen(["socat", *(f"pty,raw,echo=0,link={end}" for end in ends)]) as cable:
        try:
            while not all(end.exists() for end in ends):
                time.sleep(0.01)
            with ready([c_program("slave"), "rtu", f"{ends[1]}:9600"]):
                yield ends[0].resolve()
        finally:
            cable.terminate()


def installed(image, place, line):
    with switched_on(image, place, line) as machine:
        machine.ask("dpkg -i /pumphouse_*.deb")
        machine.ask(f"printf %s {shlex.quote(CONFIG)} > /etc/pumphouse/pumphouse.yaml")
        began = time.time()
        machine.ask("systemctl enable --now pumphouse")
        took = machine.await_active(began)
        machine.off()
    return took


def watched(image, place, line):
    """Starts by itself; and when a call of its poll loop does not return, systemd starts it anew."""
    with switched_on(image, place, line) as machine:
        by_itself = machine.await_active(machine.born)
        thread = machine.ask("cd /proc/$(systemctl show -P MainPID pumphouse)/task; grep -l '^bus ' */comm | cut -d / -f 1").strip()
        machine.ask(f"setsid timeout -s KILL {HELD_UP} strace -qq -o /dev/null -p {thread} -e trace=poll,read -e inject=poll,read:delay_enter={HANG}s >/dev/null 2>&1 &")
        hung = time.time()
        machine.until("systemctl show -P NRestarts pumphouse", "[1-9]", 2 * PATIENCE)
        restarted = machine.await_active(hung)
        print(machine.ask("journalctl -u pumphouse -o cat | grep -i watchdog | tail -n 5"), file=sys.stderr)
        machine.off()
    return by_itself, restarted


def cut(image, place, line, pace):
    chance = random.Random(pace.seed)
    starts, lost, damaged = [], [], 0
    for number in range(1, pace.cuts + 1):
        print(f"cut {number} of {pace.cuts}: {damaged} damaged or lost so far", file=sys.stderr, flush=True)
        promise, clock, start = live(image, place, line, chance.uniform(1, LONGEST_LIFE))
        _, newest, sound = look(guest.files_after(image, place, "/var/lib/pumphouse") / "pumphouse")
        if not sound or newest < promise.safe - STAMP:
            damaged += 1
            print(f"cut {number}: files sound: {sound}; safe up to {promise.safe:.3f}, found up to {newest:.3f}", file=sys.stderr)
        starts.append(start)
        lost.append(clock - newest)
    return starts, lost, damaged


def live(image, place, line, seconds):
    """So long from its first commit on; returns what it promised, what its clock said when the power was cut, and how long it took to be ready."""
    promise = Promise()
    with switched_on(image, place, line) as machine:
        start = machine.await_active(machine.born)
        first = 0
        while not first or time.time() < first + seconds:
            asked_at, store, now, newest = machine.said()
            told = re.search(r"last commit (\d+) s ago", store)
            if told:
                first = first or time.time()
                promise.heard(asked_at, int(told[1]), now, newest)
            elif time.time() > machine.born + PATIENCE:
                raise RuntimeError(f"no commit: {store}")
        ahead = now - time.time()
        machine.cut()
        return promise, time.time() + ahead, start


