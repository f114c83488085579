"""The agent as scripts/pumphouse runs it, and the virtual pump, each in a process of its own."""

import json
import socket
import subprocess
import time
import urllib.request
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from place import ARCHIVE, JAR, JAVA, OPTIONS, environment, folder

PATIENCE = 240  # seconds until a start counts as failed; in an emulated machine it takes a minute


def free_port():
    with closing(socket.socket()) as any_port:
        any_port.bind(("127.0.0.1", 0))
        return any_port.getsockname()[1]


def command(*words, archive=True):
    shared = [f"-XX:AOTCache={ARCHIVE}"] if archive else []
    return [JAVA, f"@{OPTIONS}", *shared, "-jar", JAR, *words]


@contextmanager
def running(words, **kept):
    """A process that is ended at the end."""
    process = subprocess.Popen(words, env=environment(), **kept)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


@contextmanager
def ready(words, **kept):
    """A program that says so when it is."""
    with running(words, stdout=subprocess.PIPE, text=True, **kept) as process:
        if process.stdout.readline() != "ready\n":
            raise RuntimeError(f"{Path(words[0]).name} ended before it was ready")
        yield process


@contextmanager
def virtual_pump(model, speed=1):
    """A virtual pump on Modbus TCP, whose house lives so many times as fast; gives its port."""
    port = free_port()
    words = command("simulate", "--model", model, "--tcp", str(port), "--speed", str(speed))
    with running(words, stdout=subprocess.DEVNULL) as process:
        await_port(port, process)
        yield port


def await_port(port, process):
    """Waits until something listens; returns the connection that found it."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            return socket.create_connection(("127.0.0.1", port), PATIENCE)
        except ConnectionRefusedError:
            time.sleep(0.002)
    raise RuntimeError(f"nothing listens on port {port}; exit code {process.poll()}")


@contextmanager
def agent(model, pump_port, settings="", archive=True, web=""):
    """The agent with one pump called `house`; gives it as soon as its process exists."""
    with folder() as place, living(place, pump("house", model, pump_port, settings), archive, web) as started:
        yield started


def pump(name, model, port, settings="", unit=1):
    """What the configuration says of a pump on this machine."""
    return f'  - id: {name}\n    model: {model}\n    line: {{tcp: "127.0.0.1:{port}", unit: {unit}}}\n{settings}'


@contextmanager
def living(place, pumps, archive=True, web="", more=""):
    """The agent with these pumps and its data in this folder; gives it as soon as its process exists."""
    port = free_port()
    config = place / "pumphouse.yaml"
    config.write_text(f'pumps:\n{pumps}{more}web: {{listen: "127.0.0.1:{port}"{web}}}\n')
    words = command("run", "--config", config, "--data", place, archive=archive)
    born = time.time()
    with running(words, stderr=subprocess.DEVNULL) as process:
        yield Agent(process, port, place, born)


class Agent:
    """A running agent; `born` is the wall time just before its process was made."""

    def __init__(self, process, port, data, born):
        self.process = process
        self.pid = process.pid
        self.port = port
        self.data = data
        self.born = born

    def first_page(self):
        """Waits for the first page that comes; returns the seconds from birth."""
        with closing(await_port(self.port, self.process)) as line:
            line.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nConnection: close\r\n\r\n".encode())
            answer = line.recv(64)
        if b" 200 " not in answer:
            raise RuntimeError(f"the first page is not there: {answer!r}")
        return time.time() - self.born

    def readings(self, name="house"):
        """What the API says of a pump now."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api/v1/pumps/{name}/readings") as answer:
            return json.load(answer)

    def first_reading(self):
        """The seconds from birth to the oldest value that came since, by its own time stamp."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            times = [datetime.fromisoformat(reading["at"]).timestamp() for reading in self.readings() if reading["state"] == "value"]
            if since := [each - self.born for each in times if each > self.born]:
                return min(since)
            time.sleep(0.02)
        raise RuntimeError("no value came from the pump")
