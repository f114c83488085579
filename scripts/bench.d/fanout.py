"""What a hundred open browsers cost, and whether one that takes nothing disturbs the others."""

import json
import selectors
import socket
import time
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

import cpu
import process
from agent import agent, free_port, ready
from browser import Tab
from figures import Row
from place import c_program

CLIENTS = 100
CHANGING = 40  # values in each message: the slave moves every second register that is read
FEW = 10
WARM_UP = 60  # seconds
DROPPED_WITHIN = 90  # seconds: three pings that nobody answers, and the next look
ESTABLISHED = "01"  # as the kernel writes it


def measure(pace):
    with site(CHANGING) as started:
        time.sleep(min(pace.settle, WARM_UP))
        before = process.memory(started.pid)[0]
        tabs = [Ear(started.port) for _ in range(CLIENTS)]
        listen(tabs, 5)
        rate, calm = listen_and_count(started, tabs, pace.window)
        after = process.memory(started.pid)[0]
        stalled = stall(started.port)
        disturbed = listen(tabs, DROPPED_WITHIN)
        dropped = not is_connected(stalled)
    with site(FEW) as started:
        single = [Ear(started.port)]
        listen(single, 12)
        small = [size for tab in single for size, changed in tab.sizes if changed == FEW]
    values = [changed for tab in tabs for _, changed in tab.sizes[1:]]
    return [
        Row(f"changed values in a message to each of {CLIENTS} clients", values, "", None, 0),
        Row("from the pump's answer to a client, p99", [p99(calm)], "ms"),
        Row("the same while one client takes nothing, p99", [p99(disturbed)], "ms"),
        Row("messages that were not the next by their number", [sum(tab.missed for tab in tabs)], "", 0, 0),
        Row("other clients that were lost", [sum(not tab.is_open for tab in tabs)], "", 0, 0),
        Row(f"stalled clients still connected after {DROPPED_WITHIN} s", [int(not dropped)], "", 0, 0),
        Row("processor time of the agent", [rate], "ms/s"),
        Row("resident memory for each client", [(after - before) * 1024 / CLIENTS], "KiB"),
        Row(f"an update of {FEW} values on the wire", small, "B", 1024, 0),
    ]


@contextmanager
def site(changing):
    """An agent that asks a slave each second for so many registers that change, and as many that do not."""
    chosen = cpu.settings(cpu.registers()[: 2 * changing])
    with ExitStack() as open_things:
        port = free_port()
        open_things.enter_context(ready([c_program("slave"), "tcp", str(port)]))
        room = f", max-clients: {CLIENTS + 2}"
        started = open_things.enter_context(agent(cpu.MODEL, port, chosen, web=room))
        started.first_page()
        started.first_reading()
        yield started


class Ear(Tab):
    """A page that takes note of when it heard what."""

    def __init__(self, port):
        self.seq, self.missed = 0, 0
        self.delays, self.sizes = [], []
        super().__init__(port)

    def said(self, payload):
        now = time.time()
        message = json.loads(payload)
        self.seq += 1
        self.missed += message["seq"] != self.seq
        if message["type"] == "readings" and message["readings"]:
            answered = datetime.fromisoformat(message["pump"]["last_answer"]).timestamp()
            self.delays.append((now - answered) * 1000)
            self.sizes.append((len(payload), len(message["readings"])))


def listen(tabs, seconds):
    """What these hear in this time: the delay of each message to each of them, in milliseconds."""
    told = [len(tab.delays) for tab in tabs]
    deadline = time.monotonic() + seconds
    with selectors.DefaultSelector() as ready_ones:
        for tab in tabs:
            ready_ones.register(tab.line, selectors.EVENT_READ, tab)
        while (left := deadline - time.monotonic()) > 0:
            for key, _ in ready_ones.select(left):
                if not key.data.hear():
                    ready_ones.unregister(key.fileobj)
    return [delay for tab, before in zip(tabs, told) for delay in tab.delays[before:]]


def listen_and_count(started, tabs, seconds):
    """The same, and the milliseconds of processor time that the agent takes in each second of it."""
    before = process.cpu_millis(started.pid)
    delays = listen(tabs, seconds)
    return (process.cpu_millis(started.pid) - before) / seconds, delays


def stall(port):
    """A page that takes nothing more, with as little room for it as the kernel allows."""
    tab = Tab(port)
    tab.line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    return tab.line


def is_connected(line):
    """Whether the server still keeps this connection: who takes nothing does not hear of its end either."""
    ours, theirs = line.getsockname()[1], line.getpeername()[1]
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for row in Path(table).read_text().splitlines()[1:]:
            local, remote, state = row.split()[1:4]
            if (port_of(local), port_of(remote)) == (theirs, ours):
                return state == ESTABLISHED
    return False


def port_of(address):
    return int(address.rsplit(":", 1)[1], 16)


def p99(values):
    return sorted(values)[int(len(values) * 0.99)]
