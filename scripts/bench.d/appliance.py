"""
The package on a small Debian 13 with systemd and no network: installed, started, watched over, its power cut again and again, its
pump a foreign slave on a second serial port.
"""

import base64
import json
import random
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import datetime
from threading import Timer

import guest
import usermode
from agent import ready
from figures import Row
from place import BUILT, ROOT, Missing, c_program, folder
from powercut import COMMIT, LONGEST_LIFE, SLACK, STAMP, Promise, look

DEBIAN = BUILT / "trixie"
PARTS = ROOT / "scripts" / "package.d"
PACKAGES = "systemd,systemd-sysv,udev,dbus,iproute2,procps,strace,curl,e2fsprogs"
TOOLS = {"mmdebstrap": "mmdebstrap", "socat": "socat", "patchelf": "patchelf"}
CHANNEL = """#!/bin/bash
# What comes in on the first serial line is carried out, a line at a time.
stty -F /dev/ttyS0 raw -echo
exec 3<>/dev/ttyS0
echo "@@ 0" >&3
while read -r -u 3 line; do
  (echo "$line" | base64 -d | bash) </dev/null >&3 2>&1
  printf "\n@@ %d\n" $? >&3
done
"""
CHANNEL_UNIT = """[Unit]
DefaultDependencies=no
After=local-fs.target
[Service]
ExecStart=/usr/local/sbin/channel
Restart=always
[Install]
WantedBy=sysinit.target
"""
# Nothing of the machine that measures nothing here.
MASKED = ("systemd-networkd-wait-online.service", "apt-daily.timer", "apt-daily-upgrade.timer", "serial-getty@ttyS0.service", "getty@tty1.service")
CONFIG = f"""pumps:
  - id: house
    model: nibe-f1255
    line: {{serial: /dev/ttyS1, unit: 1}}
    poll-interval: 1s
store: {{commit-interval: {COMMIT}s}}
web: {{listen: "127.0.0.1:8080"}}
"""
HELD = 100  # in every register of the slave: 10.0 degrees outdoors
PATIENCE = 240  # seconds
HANG = 3600  # seconds for which one call of the poll loop does not return
HELD_UP = 160  # seconds until it does: longer than the watchdogs of agent and systemd and TimeoutAbortSec= together; nothing ends a process that is traced


def measure(pace):
    guest.demand_tools(TOOLS)
    usermode.demand_tools()
    package = built()
    with folder() as place, slave(place) as line:
        image = disk(place, package)
        first = installed(image, place, line)
        by_itself, restarted = watched(image, place, line)
        starts, lost, damaged = cut(image, place, line, pace)
    return [
        Row("package installed and enabled, to ready", [first], "s", None, 0),
        Row("power on to ready, by itself", [by_itself], "s", None, 0),
        Row(f"poll loop hung, and held by its tracer for {HELD_UP} s, to ready again by systemd", [restarted], "s", HELD_UP + 60, 0),
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


def disk(place, package):
    """Debian, made once, and the package lying in it, on a disk."""
    if not DEBIAN.exists():
        sources = subprocess.run([PARTS / "debian-sources", "amd64"], stdout=subprocess.PIPE, check=True).stdout
        made = place / "trixie"
        guest.tool("mmdebstrap", "--quiet", "--variant=minbase", f"--include={PACKAGES}", "trixie", made, input=sources)
        made.rename(DEBIAN)
    root = place / "root"
    guest.tool("cp", "-a", DEBIAN, root)
    shutil.copy(package, root / "pumphouse.deb")
    channel = root / "usr" / "local" / "sbin" / "channel"
    channel.write_text(CHANNEL)
    channel.chmod(0o755)
    (root / "etc" / "systemd" / "system" / "channel.service").write_text(CHANNEL_UNIT)
    guest.tool("systemctl", f"--root={root}", "--quiet", "enable", "channel.service")
    guest.tool("systemctl", f"--root={root}", "--quiet", "mask", *MASKED)
    image = place / "root.img"
    with open(image, "wb") as file:
        file.truncate(2 << 30)
    guest.tool("mkfs.ext4", "-q", "-F", "-d", root, image)
    shutil.rmtree(root)
    return image


def installed(image, place, line):
    with switched_on(image, place, line) as machine:
        machine.ask("dpkg -i /pumphouse.deb")
        machine.ask(f"printf %s {shlex.quote(CONFIG)} > /etc/pumphouse/pumphouse.yaml")
        began = time.time()
        machine.ask("systemctl enable --now pumphouse")
        took = machine.await_active(began)
        machine.ask("systemctl poweroff --no-block")
        machine.ended()
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
        machine.ask("systemctl poweroff --no-block")
        machine.ended()
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


@contextmanager
def switched_on(image, place, line):
    ours, theirs = socket.socketpair()
    words = "root=/dev/ubda", "rw", "con0=null,fd:1", f"ssl0=fd:{theirs.fileno()}", f"ssl1=tty:{line}", "systemd.show_status=0"
    with ours, usermode.started(image, place, *words, inherited=[theirs.fileno()]) as process:
        theirs.close()
        yield Machine(process, ours)


class Machine:
    """A guest that carries out what it is told."""

    def __init__(self, process, line):
        self.born = time.time()
        self.process = process
        self.line = line
        self.unread = b""
        line.settimeout(PATIENCE)
        self.answer()

    def answer(self):
        while not (end := re.search(rb"(?:^|\n)@@ (\d+)\r?\n", self.unread)):
            heard = self.line.recv(65536)
            if not heard:
                raise RuntimeError("the guest has gone")
            self.unread += heard
        text, self.unread = self.unread[: end.start()], self.unread[end.end() :]
        return int(end[1]), text.decode(errors="replace")

    def ask(self, command, may_fail=False):
        self.line.sendall(base64.b64encode(command.encode()) + b"\n")
        code, text = self.answer()
        if code and not may_fail:
            raise RuntimeError(f"{command}: exit {code}\n{text}")
        return text

    def until(self, command, pattern, patience=PATIENCE):
        deadline = time.time() + patience
        while not re.search(pattern, told := self.ask(command, may_fail=True)):
            if time.time() > deadline:
                raise RuntimeError(f"{command}: still {told}\n" + self.ask("journalctl -b -o cat -u pumphouse | tail -n 40"))

    def await_active(self, since):
        """Until systemd calls it active and its pump has answered; returns the seconds since then."""
        self.until("systemctl is-active pumphouse", "^active")
        took = time.time() - since
        self.until("curl -s http://127.0.0.1:8080/api/v1/pumps/house/readings", '"state":"value"')
        return took

    def said(self):
        """When it was asked, what it says of its store, and when it took its newest reading: all by its own clock."""
        get = "date +%s.%N; curl -s http://127.0.0.1:8080"
        asked_at, health = self.ask(f"{get}/healthz").split("\n", 1)
        now, readings = self.ask(f"{get}/api/v1/pumps/house/readings").split("\n", 1)
        checks = json.loads(health)["checks"]
        taken = [datetime.fromisoformat(reading["at"]).timestamp() for reading in json.loads(readings) if "at" in reading]
        store = next((check["cause"] for check in checks if check["name"] == "store"), "")
        return float(asked_at), store, float(now), max(taken, default=0)

    def cut(self):
        self.process.kill()
        self.process.wait()

    def ended(self):
        timer = Timer(PATIENCE, self.process.kill)
        timer.start()
        self.process.wait()
        timer.cancel()
