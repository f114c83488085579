"""A small Debian 13 with systemd on a disk of its own, in user-mode Linux; told what to do over a serial line."""

import base64
import json
import re
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from datetime import datetime
from threading import Timer

import guest
import usermode
from place import BUILT, ROOT

DEBIAN = BUILT / "appliance"
PARTS = ROOT / "scripts" / "package.d"
PACKAGES = "systemd,systemd-sysv,udev,dbus,polkitd,udisks2,network-manager,iproute2,kmod,procps,strace,curl,e2fsprogs"
TOOLS = {"mmdebstrap": "mmdebstrap", "patchelf": "patchelf"}
PATIENCE = 240  # seconds
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


def disk(place, *packages):
    """Debian, made once, and the packages lying in it, on a disk."""
    if not DEBIAN.exists():
        sources = subprocess.run([PARTS / "debian-sources", "amd64"], stdout=subprocess.PIPE, check=True).stdout
        made = place / "debian"
        guest.tool("mmdebstrap", "--quiet", "--variant=minbase", f"--include={PACKAGES}", "trixie", made, input=sources)
        made.rename(DEBIAN)
    root = place / "root"
    guest.tool("cp", "-a", DEBIAN, root)
    for package in packages:
        shutil.copy(package, root)
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


@contextmanager
def switched_on(image, place, pump, console=None, stick=None):
    """Its second serial port is the cable of a pump, its third leads to a technician, its second disk is a stick."""
    ours, theirs = socket.socketpair()
    lines = [theirs.fileno()] + ([console.fileno()] if console else [])
    words = ["root=/dev/ubda", "rw", "con0=null,fd:1", f"ssl0=fd:{lines[0]}", f"ssl1=tty:{pump}", "systemd.show_status=0"]
    words += [f"ssl2=fd:{lines[1]}"] if console else []
    words += [f"ubd1={stick}"] if stick else []
    with ours, usermode.started(image, place, *words, inherited=lines) as process:
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
                raise RuntimeError(f"{command}: still {told}\n" + self.ask("journalctl -b -o cat -u 'pumphouse*' | tail -n 60"))

    def await_active(self, since):
        """Until systemd calls it active and its pump has answered; returns the seconds since then."""
        self.until("systemctl is-active pumphouse", "^active")
        took = time.time() - since
        self.until("curl -s http://127.0.0.1:8080/api/v1/pumps/house/readings", '"state":"value"')
        return took

    def said(self):
        """When it was asked, what it says of its store, and when it took its newest reading: all by its own clock."""
        # The clock before the one and after the other: what was shown then is older than the commit that it is held against.
        asked_at, health = self.ask("date +%s.%N; curl -s http://127.0.0.1:8080/healthz").split("\n", 1)
        readings, now = self.ask("curl -s http://127.0.0.1:8080/api/v1/pumps/house/readings; date +'%n%s.%N'").strip().rsplit("\n", 1)
        checks = json.loads(health)["checks"]
        taken = [datetime.fromisoformat(reading["at"]).timestamp() for reading in json.loads(readings) if "at" in reading]
        store = next((check["cause"] for check in checks if check["name"] == "store"), "")
        return float(asked_at), store, float(now), max(taken, default=0)

    def cut(self):
        self.process.kill()
        self.process.wait()

    def off(self):
        """Shut down as people should."""
        self.ask("systemctl poweroff --no-block")
        timer = Timer(PATIENCE, self.process.kill)
        timer.start()
        self.process.wait()
        timer.cancel()
