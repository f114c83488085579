"""
A day in twenty-four minutes: the agent, its clocks and waits sixty times as fast, with two pumps and a receiver, while wires, disk, clock,
receiver and the agent itself fail at seeded moments; then everything that was stored, sent and told is judged by what the pumps said.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import said
import truth
import wires
from agent import PATIENCE, await_port, command, free_port, virtual_pump
from eye import Eye
from figures import Row
from place import BUILT, environment, folder
from warp import SPEED, Warp

MODELS = {"steady": "nibe-s1255", "foreign": said.MODEL}
WAIT = "answer-within: 10s"  # a sixth of a real second: pauses of this machine are not to be troubles of the wire
QUIET, LONGEST = 3, 5  # seconds: between two troubles, and of one
ENOSPC, EIO = 28, 5
NOBODY = SimpleNamespace(kill=lambda: None, wait=lambda: None)
WRONG_CLOCKS = (-3600, -40, 40, 7200, 30 * 24 * 3600)  # seconds
ORDERED = (0, 143)  # how an agent ends that is told to
CAUGHT_UP = 60  # seconds until the receiver must have everything


def measure(pace):
    chance = random.Random(pace.seed)
    with folder() as place, virtual_pump(MODELS["steady"], SPEED) as pump:
        warp = Warp(place)
        steady, foreign = wires.TcpWire(pump, chance.random()), wires.SerialWire(chance.random())
        with said.slave(foreign.path, warp.now) as pump_said:
            house = House(place, warp, {"steady": steady, "foreign": foreign}, pump_said)
            house.live(chance, pace.soak)
            verdict = truth.judge(house)
    return [*house.rows(pace), *house.eye.rows(), *verdict]


class House:
    """The agent and everything around it, each of which can fail."""

    def __init__(self, place, warp, lines, pump_said):
        self.place, self.warp, self.lines, self.models, self.said = place, warp, lines, MODELS, pump_said
        self.data, self.config, self.received = place / "data", place / "pumphouse.yaml", place / "received"
        self.port, self.sink_port = free_port(), free_port()
        self.data.mkdir()
        self.received.touch()
        self.config.write_text(
            f'pumps:\n  - {{id: steady, model: {MODELS["steady"]}, line: {{tcp: "127.0.0.1:{lines["steady"].port}", {WAIT}}}}}\n'
            f'  - {{id: foreign, model: {MODELS["foreign"]}, line: {{rtu-over-tcp: "127.0.0.1:{lines["foreign"].port}", {WAIT}}}}}\n'
            f'web: {{listen: "127.0.0.1:{self.port}"}}\n'
            f'publish: {{influx: {{url: "http://127.0.0.1:{self.sink_port}", database: heatpump, begin-with: stored-readings}}}}\n'
        )
        self.troubles, self.log = [], open(place / "agent.log", "wb")
        self.eye = Eye(self.port, warp.now, pump_said)
        self.agent = self.sink = NOBODY

    def live(self, chance, seconds):
        try:
            self.start_sink()
            self.start_agent()
            self.eye.start()
            self.trouble(chance, time.monotonic() + seconds)
            self.catch_up()
            self.eye.close()
            self.ended = self.warp.now()
            self.agent.terminate()
            ended = self.agent.wait(PATIENCE)
            if ended not in ORDERED:
                self.eye.blame(f"the agent ended with {ended}")
        finally:
            self.eye.is_closed = True
            for process in (self.agent, self.sink):
                process.kill()
                process.wait()
            self.log.close()
            shutil.copy(self.log.name, BUILT / "soak.log")  # for whoever wants to know why

    def trouble(self, chance, end):
        kinds = {
            "wire": self.wire_fails,
            "disk": self.disk_fails,
            "clock": self.clock_is_wrong,
            "receiver": self.receiver_is_killed,
        }
        kills = max(1, round((end - time.monotonic()) / 360))
        moments = sorted(time.monotonic() + (end - time.monotonic()) * (number + chance.uniform(0.4, 0.8)) / kills for number in range(kills))
        while time.monotonic() < end:
            time.sleep(chance.uniform(1, QUIET))
            if moments and time.monotonic() > moments[0]:
                moments.pop(0)
                self.noted("agent", "killed", self.agent_is_killed)
                continue
            kind = chance.choice(("wire", *kinds))
            seconds = chance.uniform(0.2, LONGEST)
            kinds[kind](chance, seconds)

    def noted(self, kind, how, task):
        self.troubles.append(kind)
        print(f"SOAK {self.warp.now() - self.warp.wall / 1e9:7.0f} s {kind} {how}", file=sys.stderr, flush=True)
        task()

    def wire_fails(self, chance, seconds):
        name = chance.choice(sorted(self.lines))
        line = self.lines[name]
        mode = chance.choice(wires.MODES + ((wires.NOISE,) * 2 if name == "foreign" else ()))

        def fail():
            line.mode = mode
            time.sleep(seconds)
            line.mode = "well"

        self.noted("wire", f"{name} {mode} {seconds:.1f} s", fail)

    def disk_fails(self, chance, seconds):
        errno = chance.choice((ENOSPC, ENOSPC, EIO))

        def fail():
            self.warp.spoil_disk(errno)
            time.sleep(seconds)
            self.warp.mend_disk()

        self.noted("disk", f"{os.strerror(errno)} {seconds:.1f} s", fail)

    def clock_is_wrong(self, chance, seconds):
        by = chance.choice(WRONG_CLOCKS)

        def fail():
            self.warp.set_wrong(by)
            time.sleep(seconds)
            self.warp.set_right()

        self.noted("clock", f"by {by} s for {seconds:.1f} s", fail)

    def receiver_is_killed(self, _, seconds):
        def fail():
            self.sink.kill()
            self.sink.wait()
            time.sleep(seconds)
            self.start_sink()

        self.noted("receiver", f"killed {seconds:.1f} s", fail)

    def agent_is_killed(self):
        self.agent.kill()
        self.agent.wait()
        self.start_agent()

    def start_sink(self):
        words = [sys.executable, "-B", Path(__file__).with_name("sink.py"), str(self.sink_port), self.received]
        self.sink = subprocess.Popen(words, stderr=subprocess.DEVNULL)
        await_port(self.sink_port, self.sink).close()

    def start_agent(self):
        words = command("run", "--config", self.config, "--data", self.data)
        self.agent = subprocess.Popen(words, env=environment() | self.warp.environment(), stderr=self.log)
        await_port(self.port, self.agent).close()
        self.eye.follow(self.agent)

    def catch_up(self):
        """Until the receiver has everything that was stored: its line on the health board is well, and nothing waits."""
        deadline, check = time.monotonic() + CAUGHT_UP, {}
        while time.monotonic() < deadline:
            check = next(each for each in json.loads(self.eye.ask("/healthz"))["checks"] if "influx" in each["name"])
            if check["status"] == "ok":
                time.sleep(5)
                return
            time.sleep(1)
        self.eye.blame(f"the receiver was not caught up with: {check}; {self.eye.dumped()}")

    def rows(self, pace):
        kinds = {kind: self.troubles.count(kind) for kind in dict.fromkeys(self.troubles)}
        told = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
        return [
            Row("hours simulated", [pace.soak * SPEED / 3600], "h"),
            Row(f"troubles: {told}", [len(self.troubles)], "", None, 0),
        ]
