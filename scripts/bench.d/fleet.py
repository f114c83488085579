"""What a thousand agents cost one MQTT broker and one database: the agent's own publishing, a connection and an identity for each."""

import json
import os
import re
import resource
import shutil
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass

import databases
from agent import await_port, free_port, ready, running
from counts import told
from figures import Row
from history import MODEL
from place import Missing, folder, java_program
from process import cpu_millis, memory

AGENTS = 1000
POLLS_A_DAY = 24 * 3600 // 5
COMMIT = 6  # polls: what the agent sends together by default
STILL = 2  # seconds without growing: what there was to merge is merged
KIB, MIB = 1 << 10, 1 << 20
BROKER = """
listener {port} 127.0.0.1
allow_anonymous true
persistence false
sys_interval 1
log_type none
"""
ROWS = 'vm_rows_inserted_total{type="influx"}'
TAKEN = 'vm_tcplistener_read_bytes_total{name="http"'


def measure(pace):
    found = shutil.which("mosquitto", path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None or shutil.which("victoria-metrics") is None:
        raise Missing("for fleet: sudo apt install mosquitto victoria-metrics; neither has to run")
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))  # a connection for each agent
    with folder() as place, databases.victoria(place) as victoria:
        with broker(found, place) as mosquitto:
            lean = run(pace.fleet, mosquitto, victoria, "no", settle)
        with broker(found, place) as mosquitto:
            whole = run(max(COMMIT, pace.fleet // 4), mosquitto, victoria, "yes", lambda _: None)
    return [*lean.of_all(), *lean.of_database(), *lean.of_broker("newest values"), *whole.of_broker("newest values and every sample")]


@contextmanager
def broker(program, place):
    port = free_port()
    config = place / "mosquitto.conf"
    config.write_text(BROKER.format(port=port))
    with running([program, "-c", config], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        await_port(port, process).close()
        yield Broker(process.pid, port)


@dataclass(frozen=True)
class Broker:
    pid: int
    port: int


@dataclass(frozen=True)
class Look:
    """How far the counters of both are; times in milliseconds, sizes in bytes."""

    broker: dict
    database: dict


def look(mosquitto, victoria, rest):
    victoria.line.close()  # which the other side has done after a minute; it opens again by itself
    time.sleep(1.5)  # the broker counts once a second
    rest(victoria)
    figures = victoria.ask("GET", "/metrics").decode()
    return Look(
        told(mosquitto.port) | {"cpu": cpu_millis(mosquitto.pid), "memory": memory(mosquitto.pid)[0]},
        {
            "cpu": cpu_millis(victoria.pid),
            "memory": memory(victoria.pid)[0],
            "disk": databases.bytes_in(victoria.place),
            "rows": figure(figures, ROWS),
            "in": figure(figures, TAKEN),
            "series": json.loads(victoria.ask("GET", "/api/v1/series/count"))["data"][0],
        },
    )


def figure(figures, name):
    found = re.search("^" + re.escape(name) + r".* ([\d.e+]+)$", figures, re.M)
    return float(found[1]) if found else 0.0


def settle(victoria):
    victoria.ask("GET", "/internal/force_flush")
    victoria.ask("GET", "/internal/force_merge")
    since, was = time.time(), 0
    while time.time() < since + STILL:
        time.sleep(0.5)
        now = databases.bytes_in(victoria.place)
        since, was = (since, was) if now == was else (time.time(), now)


def run(polls, mosquitto, victoria, history, rest):
    """A fleet that comes, says everything once, and is then watched over so many polls; `rest` waits for the database."""
    bare = look(mosquitto, victoria, rest)
    words = java_program("Fleet")
    words.insert(2, "-Xmx1g")
    words += [MODEL, str(AGENTS), str(mosquitto.port), str(victoria.line.port), history]
    with ready(words, stdin=subprocess.PIPE) as process:
        tell(process, 2 * COMMIT)
        before = look(mosquitto, victoria, rest)
        began = time.monotonic()
        samples = tell(process, polls)
        took = time.monotonic() - began
        after = look(mosquitto, victoria, rest)
        process.stdin.close()
        process.wait()
    return Watched(polls, samples, took, bare, before, after)


def tell(process, polls):
    process.stdin.write(f"{polls}\n")
    process.stdin.flush()
    said = process.stdout.readline()
    if not said:
        raise RuntimeError("the fleet broke off; see above")
    return int(said)


@dataclass(frozen=True)
class Watched:
    """A fleet before it came, when it had settled, and so many polls later."""

    polls: int
    samples: int
    took: float
    bare: Look
    before: Look
    after: Look

    def day(self, what, of):
        """How much more that is, for each pump in a day."""
        return (getattr(self.after, of)[what] - getattr(self.before, of)[what]) * POLLS_A_DAY / self.polls / AGENTS

    def of_all(self):
        return [
            Row("agents, each with a pump", [AGENTS], "", None, 0),
            Row("polls of each that were watched, five seconds of its own time apart", [self.polls], "", None, 0),
            Row("as fast as that time would have passed", [self.polls * 5 / self.took], "times"),
            Row("samples for each pump in a day", [self.samples * POLLS_A_DAY / self.polls / AGENTS], "", None, 0),
        ]

    def of_database(self):
        told_rows = self.after.database["rows"] - self.before.database["rows"]
        grown = self.after.database["disk"] - self.before.database["disk"]
        first = self.before.database["disk"] - self.bare.database["disk"]
        lost = self.samples - told_rows
        return [
            Row("VictoriaMetrics: samples it has not", [lost], "", 0, 0),
            Row("VictoriaMetrics: series for each pump", [self.after.database["series"] / AGENTS], "", None, 0),
            Row("VictoriaMetrics: sent to it, packed, for each pump in a day", [self.day("in", "database") / MIB], "MiB", None, 2),
            Row("VictoriaMetrics: processor time for each pump in a day", [self.day("cpu", "database") / 1000], "s", None, 2),
            Row("VictoriaMetrics: on the disk for each pump that came, with a minute of samples", [first / AGENTS / KIB], "KiB"),
            Row("VictoriaMetrics: on the disk, settled, for each sample after that", [grown / told_rows], "B", None, 2),
            Row("VictoriaMetrics: on the disk for each pump in a day", [self.day("disk", "database") / MIB], "MiB", None, 2),
            Row("VictoriaMetrics: resident", [self.after.database["memory"]], "MiB", None, 0),
        ]

    def of_broker(self, what):
        came = self.before.broker["memory"] - self.bare.broker["memory"]
        return [
            Row(f"mosquitto, {what}: packets from each pump in a day, a value or a sign of life", [self.day("packets", "broker")], "", None, 0),
            Row(f"mosquitto, {what}: sent to it, for each pump in a day", [self.day("in", "broker") / MIB], "MiB", None, 2),
            Row(f"mosquitto, {what}: its confirmations, for each pump in a day", [self.day("out", "broker") / MIB], "MiB", None, 2),
            Row(f"mosquitto, {what}: processor time for each pump in a day", [self.day("cpu", "broker") / 1000], "s", None, 2),
            Row(f"mosquitto, {what}: processor time for each pump that came", [(self.before.broker["cpu"] - self.bare.broker["cpu"]) / AGENTS], "ms", None, 2),
            Row(f"mosquitto, {what}: memory for each pump that came", [came * MIB / KIB / AGENTS], "KiB"),
        ]
