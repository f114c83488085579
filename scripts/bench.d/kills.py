"""Agent, tool and connection are killed at moments drawn from a seed, again and again on the same data; then every run is judged by what is there."""

import hashlib
import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import backup
from agent import PATIENCE, await_port, command, free_port, virtual_pump
from figures import Row
from place import environment, folder

MODEL = "nibe-s1255"
ENDED = ("succeeded", "warned", "skipped", "failed", "cancelled", "interrupted")
GOOD = ("succeeded", "warned")
SIZE = 4 << 20
KINDS = ("rsync", "rclone", "snapshot", "daemon")


def measure(pace):
    chance = random.Random(pace.seed)
    with virtual_pump(MODEL) as pump, folder() as place:
        house = House(place, pump)
        house.furnish(chance)
        rounds = [one(house, chance) for _ in range(pace.kills)]
    return [
        Row("kills of agent, tool and connection", [len(rounds)], "", None, 0),
        Row("runs that had ended well before", [sum(told in GOOD for told, _ in rounds)], "", None, 0),
        Row("runs told better than they were, things touched outside the destination, good backups lost", [sum(bad for _, bad in rounds)], "", 0, 0),
    ]


class House:
    """The agent's folder, what is copied, where to, and a bystander that nobody may touch."""

    def __init__(self, place, pump):
        self.place = place
        self.data, self.source, self.copies = place / "data", place / "source", place / "copies"
        self.bystander = place / "bystander"
        self.port, self.daemon_port = free_port(), free_port()
        self.config = place / "pumphouse.yaml"
        self.config.write_text(
            f'pumps:\n  - id: house\n    model: {MODEL}\n    line: {{tcp: "127.0.0.1:{pump}"}}\nweb: {{listen: "127.0.0.1:{self.port}"}}\n'
        )
        self.asked = SimpleNamespace(data=self.data, port=self.port)

    def furnish(self, chance):
        for made in (self.data, self.source, self.copies, self.place / "remote"):
            made.mkdir()
        self.bystander.write_text("not of this job")
        for number in range(4):
            (self.source / str(number)).write_bytes(chance.randbytes(SIZE // 4))
        self.sums = self.look(self.source)
        (self.place / "rsyncd.conf").write_text(
            f"use chroot = no\nport = {self.daemon_port}\naddress = 127.0.0.1\n[copies]\npath = {self.place}/remote\nread only = no\n"
            f"uid = {os.getuid()}\ngid = {os.getgid()}\n"
        )

    @staticmethod
    def look(there):
        return {
            str(file.relative_to(there)): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in there.rglob("*")
            if file.is_file()
        }

    def start(self):
        words = command("run", "--config", self.config, "--data", self.data)
        process = subprocess.Popen(words, env=environment(), stderr=subprocess.DEVNULL)
        await_port(self.port, process).close()
        deadline = time.monotonic() + PATIENCE
        while not self.is_heard() and time.monotonic() < deadline:
            time.sleep(0.05)
        return process

    def is_heard(self):
        """A killed agent leaves its socket behind, where nobody answers."""
        with socket.socket(socket.AF_UNIX) as line:
            return line.connect_ex(str(self.data / "agent.sock")) == 0

    @contextmanager
    def daemon(self):
        process = subprocess.Popen(
            ["rsync", "--daemon", "--no-detach", f"--config={self.place}/rsyncd.conf"], start_new_session=True
        )
        try:
            await_port(self.daemon_port, process).close()
            yield process
        finally:
            end_group(process)
            process.wait()


def end_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass  # it was killed in the middle, as it should be


def one(house, chance):
    """One run with one kill in it; returns what was told of it, and whether that was wrong."""
    kind, moment = chance.choice(KINDS), chance.uniform(0, 3)
    victim = "connection" if kind == "daemon" else chance.choice(("agent", "tool"))
    agent = house.start()
    try:
        with house.daemon() as daemon:
            define(house, kind)
            backup.ask(house.asked, "jobs", "start", "job")
            time.sleep(moment)
            if victim == "agent":
                agent.kill()
                agent.wait()
                agent = house.start()
            elif victim == "tool":
                tools = subprocess.run(["pgrep", "-P", str(agent.pid)], capture_output=True, text=True).stdout.split()
                for tool in tools:
                    os.kill(int(tool), signal.SIGKILL)
            else:
                end_group(daemon)
            run = ended(house)
        return run["status"], judged(house, kind, run)
    finally:
        agent.terminate()
        agent.wait(PATIENCE)


def define(house, kind):
    settings = {
        "snapshot": ["type=snapshot", f"destination={house.copies}/own", "same-disk=yes"],
        "daemon": ["type=rsync", f"source={house.source}", f"destination=rsync://127.0.0.1:{house.daemon_port}/copies/", "attempts=1"],
    }.get(kind, [f"type={kind}", f"source={house.source}", f"destination={house.copies}/{kind}", "same-disk=yes"])
    rate = [] if kind == "snapshot" else ["bandwidth=2 MiB/s"]
    try:
        backup.ask(house.asked, "jobs", "delete", "job")
    except RuntimeError:
        pass  # the first one
    for there in (house.copies / kind, house.place / "remote"):
        subprocess.run(["find", there, "-mindepth", "1", "-delete"], stderr=subprocess.DEVNULL)
    backup.ask(house.asked, "jobs", "create", "job", *settings, *rate)


def ended(house):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        run = backup.get(house.asked, "jobs/job/runs?limit=1")[0]
        if run["status"] in ENDED:
            return run
        time.sleep(0.05)
    raise RuntimeError(f"still {run}")


def judged(house, kind, run):
    """Whether anything of this is worse than was told."""
    there = house.place / "remote" if kind == "daemon" else house.copies / kind
    whole = kind == "snapshot" or house.look(there).items() >= house.sums.items()
    told = backup.get(house.asked, "runs?limit=1000")
    good = sum(it["status"] == "succeeded" and not it["total_bytes"] for it in told)  # snapshots count no bytes
    sound, others = snapshots(house.copies / "own")
    wrongs = {
        "told better than it was": run["status"] in GOOD and not whole,
        "complete, but not well": run["status"] not in GOOD and run["percent"] == 100,
        "the source was touched": house.look(house.source) != house.sums,
        "the bystander was touched": house.bystander.read_text() != "not of this job",
        "a good snapshot is gone": sound < good or others > 0,
    }
    for wrong, is_so in wrongs.items():
        if is_so:
            print(f"{wrong}: {kind} {run} {sound} of {good} snapshots", file=sys.stderr, flush=True)
    return any(wrongs.values())


def snapshots(there):
    """How many manifests vouch for files that are whole, and how many for others."""
    sound = others = 0
    for manifest in Path(there).glob("pumphouse-*.json"):
        files = json.loads(manifest.read_text())["files"]
        whole = all(is_whole(there / file["file"], file["sha256"]) for file in files)
        sound, others = sound + whole, others + (not whole)
    return sound, others


def is_whole(file, sha256):
    if not file.exists() or hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
        return False
    with closing(sqlite3.connect(f"file:{file}?immutable=1", uri=True)) as database:
        return database.execute("PRAGMA quick_check").fetchone() == ("ok",)
