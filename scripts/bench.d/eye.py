"""Looks at an agent each second: what it takes, and whether what it tells was so."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from http.client import HTTPException
from threading import Thread

from figures import Row
from place import BUILT, java_home
from process import memory, threads
from said import MOVING

SLACK = 30  # simulated seconds, half a real one: an answer that comes late is not always known as such, and this machine has pauses of its own
ANSWER = 20  # seconds
WARM = 1  # simulated hours of each life that are not looked at: its heap is still filling
SLOPE = 1  # MiB more in each simulated hour


class Eye(Thread):
    """From its start until it is closed; `agent` is the process of now."""

    def __init__(self, port, now, said):
        super().__init__(daemon=True)
        self.port, self.now, self.said = port, now, said
        self.agent = None
        self.lives, self.wrong, self.told, self.oldest = [], [], 0, 0
        self.is_closed = False

    def follow(self, agent):
        """A new life begins."""
        self.agent = agent
        self.lives.append([])

    def close(self):
        self.is_closed = True
        self.join()

    def run(self):
        while not self.is_closed:
            began, agent = time.monotonic(), self.agent
            try:
                self.look(agent)
            except (OSError, HTTPException, LookupError, ValueError) as trouble:
                if agent is self.agent and agent.returncode is None and (agent.poll() is not None or time.monotonic() - began > ANSWER):
                    self.blame(f"no answer from the agent, exit code {agent.poll()}: {trouble!r}; {self.dumped()}")
            time.sleep(max(0, began + 1 - time.monotonic()))

    def look(self, agent):
        life, files = self.lives[-1], len(os.listdir(f"/proc/{agent.pid}/fd"))
        life.append((self.now() / 3600, memory(agent.pid)[0], threads(agent.pid), files))
        self.judge()

    def judge(self):
        """Whether the pump said each value when the age that is told with it says so, and how old the oldest was at least when Prometheus was told of it as fresh."""
        before = self.now()
        fresh = set(re.findall(r'^pumphouse_\w+{pump="foreign",metric="(\w+)"}', self.ask("/metrics").decode(), re.M))
        asked = self.now()
        told = json.loads(self.ask("/api/v1/pumps/foreign/readings"))
        until = self.now()
        for reading in told:
            if reading["state"] == "value" and reading["metric"] in MOVING:
                self.told += 1
                age, raw = reading["age_ms"] / 1000, round(reading["value"] * 100)
                self.oldest = max(self.oldest, age - (until - before)) if reading["metric"] in fresh else self.oldest
                if not self.said.between(raw, asked - age - SLACK, until - age + SLACK):
                    self.blame(f"{reading} was told at {asked:.0f}; the pump said so at {self.said.when(raw)}")

    def ask(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=ANSWER) as answer:
            return answer.read()

    def dumped(self):
        """What each of its threads waits for, virtual ones too, for whoever wants to know why."""
        file = BUILT / f"soak-threads-{len(self.wrong)}.txt"
        jcmd = [java_home() / "bin" / "jcmd", str(self.agent.pid), "Thread.dump_to_file", "-overwrite", file]
        subprocess.run(jcmd, stdout=subprocess.DEVNULL, check=False)
        return f"threads: {file.name}"

    def blame(self, words):
        self.wrong.append(words)
        print("WRONG:", words, file=sys.stderr, flush=True)

    def rows(self):
        long = [life for life in self.lives if life and life[-1][0] - life[0][0] > 3 * WARM]
        settled = [[look for look in life if look[0] > life[0][0] + WARM] for life in long]
        rows = [
            Row("values told that were looked at", [self.told], "", None, 0),
            Row("age of the oldest that was told as fresh, simulated, at least", [self.oldest], "s", None, 0),
            Row("told and not said at that time, ends that nobody ordered, no answers, not caught up", [len(self.wrong)], "", 0, 0),
        ]
        if settled:
            rows += [
                Row("resident memory more in each simulated hour, of lives longer than three", [slope(life) for life in settled], "MiB/h", SLOPE, 2),
                Row("threads more at the end of such a life than in its middle", [grown(life, 2) for life in settled], "", 2, 0),
                Row("file handles more", [grown(life, 3) for life in settled], "", 4, 0),
            ]
        return rows


def slope(life):
    """Of the memory, by least squares."""
    times, values = [look[0] for look in life], [look[1] for look in life]
    middle, mean = sum(times) / len(times), sum(values) / len(values)
    return sum((at - middle) * (value - mean) for at, value in zip(times, values)) / sum((at - middle) ** 2 for at in times)


def grown(life, place):
    """The median of the last third over that of the first."""
    third = max(1, len(life) // 3)
    middle, end = sorted(look[place] for look in life[:third]), sorted(look[place] for look in life[-third:])
    return end[len(end) // 2] - middle[len(middle) // 2]
