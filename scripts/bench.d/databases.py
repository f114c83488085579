"""InfluxDB, VictoriaMetrics and this agent's own store, each filled with line protocol and asked over HTTP."""

import http.client
import json
import shutil
import subprocess
import time
from contextlib import contextmanager
from datetime import datetime, timezone
from itertools import islice
from urllib.parse import urlencode

from agent import await_port, free_port, living, pump, ready, running
from history import MODEL
from place import Missing, java_program

QUIET = 20  # seconds without growing or shrinking: compaction is over
METRICS = {
    "outdoor_temp": "30002",
    "supply_temp": "30006",
    "return_temp": "30008",
    "hot_water_top": "30009",
    "brine_in": "30011",
    "brine_out": "30012",
    "compressor_frequency": "31047",
}
INFLUX = """
reporting-disabled = true
bind-address = "127.0.0.1:{rpc}"
[meta]
  dir = "{place}/meta"
[data]
  dir = "{place}/data"
  wal-dir = "{place}/wal"
  query-log-enabled = false
  {hurry}
[monitor]
  store-enabled = false
[http]
  bind-address = "127.0.0.1:{port}"
  log-enabled = false
"""
# Settles in seconds what it settles in hours by default.
HURRY = 'cache-snapshot-write-cold-duration = "10s"\n  compact-full-write-cold-duration = "10s"'
KEEP = "store: {keep-raw: forever, keep-minutes: forever}\n"
PI = "256MB"  # of memory for the caches of VictoriaMetrics, which by default takes 60 % of the machine


def demand():
    missing = [name for name, tool in {"influxdb": "influxd", "victoria-metrics": "victoria-metrics"}.items() if not shutil.which(tool)]
    if missing:
        raise Missing(f"for peers: sudo apt install {' '.join(missing)}; neither has to run")


class Database:
    """A database in a process of its own that takes line protocol over HTTP."""

    def __init__(self, process, port, place, write):
        self.pid = process.pid
        self.place = place
        self.write = write
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=600)

    def ask(self, method, path, body=None):
        self.line.request(method, path, body)
        answer = self.line.getresponse()
        told = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path[:200]}: {answer.status} {told[:500]!r}")
        return told

    def fill(self, file, at_once):
        self.line.close()  # which the other side may have done; it opens again by itself
        with open(file, "rb") as lines:
            while batch := b"".join(islice(lines, at_once)):
                self.ask("POST", self.write, batch)

    def settle(self):
        """Waits until nothing is compacted any more."""
        since, was = time.time(), 0
        while time.time() < since + QUIET:
            time.sleep(1)
            now = bytes_in(self.place)
            if now != was:
                since, was = time.time(), now
        self.line.close()


class Influx(Database):
    def curves(self, begin, end, points):
        wanted = ",".join(f'mean("{id}"),min("{id}"),max("{id}")' for id in METRICS.values())
        where = f"time >= {begin}s and time < {end}s group by time({(end - begin) // points}s)"
        asked = urlencode({"db": "house", "q": f"select {wanted} from pump where {where}", "epoch": "s"})
        rows = json.loads(self.ask("GET", f"/query?{asked}"))["results"][0]["series"][0]["values"]
        return sum(cell is not None for row in rows for cell in row[1::3])


class Victoria(Database):
    def settle(self):
        self.ask("GET", "/internal/force_flush")
        self.ask("GET", "/internal/force_merge")
        super().settle()

    def curves(self, begin, end, points):
        step = (end - begin) // points
        names = "|".join(METRICS.values())
        query = f'rollup({{__name__=~"pump_({names})"}}[{step}s])'
        asked = {"query": query, "start": begin + step, "end": end, "step": f"{step}s", "nocache": 1}
        found = json.loads(self.ask("GET", f"/api/v1/query_range?{urlencode(asked)}"))["data"]["result"]
        return sum(len(series["values"]) for series in found) // 3


class Ours(Database):
    """The whole agent, with no pump that answers."""

    def curves(self, begin, end, points):
        asked = {"metrics": ",".join(METRICS), "from": iso(begin), "to": iso(end), "points": points}
        found = json.loads(self.ask("GET", f"/api/v1/pumps/house/series?{urlencode(asked)}"))["series"]
        return sum(value is not None for series in found.values() for value in series["avg"])


class Filling:
    """The agent's store alone, in a process of its own that reads the file itself."""

    def __init__(self, process, place):
        self.process = process
        self.pid = process.pid
        self.place = place

    def fill(self, file, at_once):
        self.process.stdin.write(f"{at_once} {file}\n")
        self.process.stdin.flush()
        if self.process.stdout.readline() != "done\n":
            raise RuntimeError("the store could not be filled; see above")

    def settle(self):
        """What there was to roll up is rolled up."""


@contextmanager
def influx(place, hurry=""):
    port = free_port()
    config = place / "influxdb.conf"
    config.write_text(INFLUX.format(place=place, port=port, rpc=free_port(), hurry=hurry))
    with running(["influxd", "-config", config], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        await_port(port, process)
        database = Influx(process, port, place, "/write?db=house&precision=s")
        database.ask("POST", "/query?q=create+database+house")
        yield database


@contextmanager
def victoria(place):
    port = free_port()
    words = ["victoria-metrics", f"-storageDataPath={place}", f"-httpListenAddr=127.0.0.1:{port}"]
    words += ["-retentionPeriod=100y", f"-memory.allowedBytes={PI}", "-loggerLevel=ERROR"]
    with running(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        await_port(port, process)
        yield Victoria(process, port, place, "/write?precision=s")


@contextmanager
def filling(place):
    words = [*java_program("Fill"), place / "readings.db"]
    with ready(words, stdin=subprocess.PIPE) as process:
        yield Filling(process, place)
        process.stdin.close()
        process.wait()


@contextmanager
def ours(place):
    with living(place, pump("house", MODEL, free_port()), more=KEEP) as started:
        started.first_page()
        yield Ours(started.process, started.port, place, "")


def bytes_in(place):
    """What the files of a folder take on the disk; those that vanish meanwhile take nothing."""
    total = 0
    for file in place.rglob("*"):
        try:
            total += file.stat().st_blocks * 512 if file.is_file() else 0
        except FileNotFoundError:
            pass
    return total


def iso(second):
    return datetime.fromtimestamp(second, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
