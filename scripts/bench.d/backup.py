"""What backup jobs cost: the answer to a start, the agent while a job runs, a large copy, the time of polls, long lists."""

import json
import math
import socket
import sqlite3
import struct
import subprocess
import time
import urllib.request
from contextlib import closing
from datetime import datetime

from agent import PATIENCE, agent, await_port, command, running, virtual_pump
from figures import Row
from process import cpu_rate

MODEL = "nibe-s1255"
MIB = 1 << 20
JOBS, RUNS = 200, 10_000
QUIET = 30  # seconds until a start is paid for


def measure(pace):
    with virtual_pump(MODEL) as pump, agent(MODEL, pump, "    poll-interval: 1s\n") as started:
        started.first_page()
        time.sleep(QUIET)
        source = started.data.parent / f"{started.data.name}-source"
        try:
            return [*runs(started, source, pace), *polls(started, copies_of(source), pace), *lists(started, pace)]
        finally:
            subprocess.run(["rm", "-rf", source, copies_of(source), f"{source}-by-hand"], check=True)


def runs(started, source, pace):
    fill(source, pace.window * 32)
    copies = copies_of(source)
    create(started, "slow", source, copies, "bandwidth=2048 KiB/s")
    idle = cpu_rate([started.pid], pace.window)[0]
    answers = []
    for _ in range(pace.starts):
        answers.append(millis(lambda: ask(started, "jobs", "start", "slow")))
        until(started, "slow", "running")
        ask(started, "jobs", "cancel", "slow")
        until(started, "slow", "cancelled")
    ask(started, "jobs", "start", "slow")
    until(started, "slow", "running")
    time.sleep(3)
    busy = cpu_rate([started.pid], pace.window)[0]
    ask(started, "jobs", "cancel", "slow")
    until(started, "slow", "cancelled")
    subprocess.run(["rm", "-rf", copies], check=True)
    create(started, "fast", source, copies)
    ratios = [ours(started, copies) / by_hand(source) for _ in range(pace.commits + 2)]
    return [
        Row("answer to a start", answers, "ms", 100),
        Row("the agent's own processor time for a running job", [busy - idle], "ms/s", 30),
        Row("time of a large local copy over that of rsync and sync by hand", ratios, "times", 1 / 0.97, 3),
    ]


def copies_of(source):
    return f"{source}-copies"


def polls(started, copies, pace):
    """How far polls are from their second, with and without a copy at full speed and snapshots beside them."""
    ask(started, "jobs", "create", "own", "type=snapshot", f"destination={copies}-own", "same-disk=yes")
    quiet = lateness(started, pace.window, lambda: time.sleep(1))

    def copy():
        subprocess.run(["rm", "-rf", copies], check=True)
        for job in ("fast", "own"):
            ask(started, "jobs", "start", job)
            until(started, job, "succeeded")

    busy = lateness(started, pace.window, copy)
    subprocess.run(["rm", "-rf", f"{copies}-own"], check=True)
    ask(started, "jobs", "delete", "own")
    return [
        Row("a poll off its second, no backup", quiet, "ms", None, 2),
        Row("the same while copies and snapshots run", busy, "ms", None, 2),
        Row("the 99th of 100 polls, without", [worst(quiet)], "ms", None, 2),
        Row("the same while they run", [worst(busy)], "ms", None, 2),
    ]


def lateness(started, seconds, task):
    """Milliseconds between each poll and a second after the one before it, while a task is done again and again."""
    began = time.time()
    while time.time() - began < seconds:
        task()
    sent = [
        at
        for frame in get(started, "pumps/house/trace?limit=2000")
        if frame["direction"] == "sent" and (at := datetime.fromisoformat(frame["at"]).timestamp()) > began
    ]
    sent.sort()
    polled = [at for before, at in zip(sent, sent[1:]) if at - before > 0.5]
    return [abs(at - before - 1) * 1000 for before, at in zip(polled, polled[1:]) if at - before < 1.5]


def worst(late):
    return sorted(late)[math.ceil(0.99 * len(late)) - 1]


def fill(source, megabytes):
    source.mkdir()
    for number in range(8):
        with open(source / str(number), "wb") as file:
            for _ in range(megabytes // 8):
                file.write(number.to_bytes(1, "big") * MIB)


def ours(started, copies):
    subprocess.run(["rm", "-rf", copies], check=True)
    subprocess.run(["sync"], check=True)
    began = time.monotonic()
    ask(started, "jobs", "start", "fast")
    until(started, "fast", "succeeded")
    return time.monotonic() - began


def by_hand(source):
    copies = f"{source}-by-hand"
    subprocess.run(["rm", "-rf", copies], check=True)
    subprocess.run(["sync"], check=True)
    began = time.monotonic()
    subprocess.run(["nice", "-n", "19", "ionice", "-c", "3", "rsync", "-a", f"{source}/", f"{copies}/"], check=True)
    subprocess.run(["sync", "-f", copies], check=True)
    return time.monotonic() - began


def lists(started, pace):
    """The agent starts anew with a past, for nobody else may write to its ledger while it runs."""
    started.process.terminate()
    started.process.wait(PATIENCE)
    remember(started)
    again = command("run", "--config", started.data / "pumphouse.yaml", "--data", started.data)
    with running(again, stderr=subprocess.DEVNULL) as process:
        await_port(started.port, process).close()
        get(started, "jobs")
        return [
            Row(f"list of {JOBS} jobs with {RUNS:,} runs behind them", timed(started, "jobs", pace), "ms", 200),
            Row("a page of 100 of these runs", timed(started, "runs", pace), "ms", 50),
            Row("the last page of them", timed(started, "runs?before=101", pace), "ms", 50),
            Row("the page of backups, on the server", pages(started, "/backups", pace), "ms", 100),
            Row("the page of one of the jobs", pages(started, "/backups/jobs/job-7", pace), "ms", 100),
            Row("the page of runs, the last", pages(started, "/backups/runs?before=101", pace), "ms", 100),
        ]


def remember(started):
    entries = "".join(
        f"  - {{id: job-{number}, type: snapshot, destination: /media/stick/{number}, schedule: 30 3 * * *, enabled: no}}\n"
        for number in range(JOBS)
    )
    (started.data / "jobs.yaml").write_text("jobs:\n" + entries)
    with closing(sqlite3.connect(started.data / "ledger.db")) as ledger, ledger:
        ledger.executemany(
            "INSERT INTO job_run (job, reason, state, wall, changed, boot, mono, attempts, percent, bytes, total, verified, cause, next)"
            " VALUES (?, 'schedule', 'succeeded', ?, ?, 'then', 0, 1, 100, 1000, 1000, 1, '', '')",
            [(f"job-{number % JOBS}", began(number), began(number)) for number in range(RUNS)],
        )


def began(number):
    """The past year, evenly."""
    return int(time.time() * 1000) - (RUNS - number) * 3_000_000


def pages(started, path, pace):
    def page():
        urllib.request.urlopen(f"http://127.0.0.1:{started.port}{path}").read()

    return [millis(page) for _ in range(pace.questions)]


def timed(started, path, pace):
    return [millis(lambda: get(started, path)) for _ in range(pace.questions)]


def get(started, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{started.port}/api/v1/{path}") as answer:
        return json.load(answer)


def create(started, job, source, copies, *settings):
    ask(started, "jobs", "create", job, "type=rsync", f"source={source}", f"destination={copies}", "same-disk=yes", *settings)


def until(started, job, state):
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline:
        runs_of = get(started, f"jobs/{job}/runs?limit=1")
        if runs_of and runs_of[0]["status"] == state:
            return
        if runs_of and runs_of[0]["status"] == "failed":
            raise RuntimeError(f"{job}: {runs_of[0]['cause']}")
        time.sleep(0.01)
    raise RuntimeError(f"{job} never was {state}")


def millis(task):
    began = time.monotonic()
    task()
    return (time.monotonic() - began) * 1000


def ask(started, *words):
    """One command over the local socket, as the command line sends it; returns what it says."""
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(started.data / "agent.sock"))
        line.sendall(struct.pack(">i", len(words)))
        for word in words:
            line.sendall(struct.pack(">H", len(word.encode())) + word.encode())
        replies = line.makefile("rb")
        said = b""
        while True:
            kind = replies.read(1)[0]
            if kind == 3:
                code = struct.unpack(">i", replies.read(4))[0]
                break
            said += replies.read(struct.unpack(">i", replies.read(4))[0])
    if code != 0:
        raise RuntimeError(f"{' '.join(words)}: {said.decode()}")
    return said.decode()
