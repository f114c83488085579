"""What asking costs in processor time, for each register: the agent's bus, stock j2mod, and C on libmodbus."""

import subprocess
from contextlib import ExitStack, contextmanager
from statistics import median

from agent import free_port, ready
from figures import Row
from line import wire
from place import c_program, folder, java_program

BAUD = 9600
PER_REQUEST = 10
PAUSE_MILLIS = 100
SCAN = 500  # registers in a scan; each scan gives one figure
WARM_UP = 20  # scans, 1000 requests: the compiler is done with what asks


def measure(pace):
    java, c = java_program("Masters"), [c_program("master")]
    masters = {"agent": [*java, "agent"], "stock j2mod": [*java, "j2mod"], "C on libmodbus": c}
    pausing = {"agent, pause kept by its bus": [*java, "pausing"]}
    scans = WARM_UP + max(3, pace.window // 5)
    return [
        *rows("TCP, unpaced", in_turns(tcp, masters, 0, 10000, WARM_UP + pace.scans), 10000),
        *rows("TCP, 10 requests/s", at_once(tcp, masters | pausing, PAUSE_MILLIS, SCAN, scans), SCAN),
        *rows(f"{BAUD} baud, unpaced", at_once(rtu, masters, 0, SCAN, scans), SCAN),
        *rows(f"{BAUD} baud, 100 ms apart", at_once(rtu, masters | pausing, PAUSE_MILLIS, SCAN, scans), SCAN),
    ]


def rows(where, worked, registers):
    """Microseconds for each register, then how the agent compares."""
    cost = {who: [each * 1000 / registers for each in millis] for who, millis in worked.items()}
    ours = median(cost["agent"])
    return [
        *(Row(f"{where}: {who}", each, "µs", None, 2) for who, each in cost.items()),
        Row(f"{where}: agent over j2mod", [ours / median(cost["stock j2mod"])], "times", None, 2),
        Row(f"{where}: agent over C", [ours / median(cost["C on libmodbus"])], "times"),
    ]


def in_turns(line, masters, *how):
    """One after the other, because each takes all it can get."""
    return {who: at_once(line, {who: words}, *how)[who] for who, words in masters.items()}


def at_once(line, masters, pause, registers, scans):
    """All together, so that noise hits all, each with its own slave. Milliseconds of processor time in each scan."""
    with ExitStack() as open_things:
        started = {}
        for who, words in masters.items():
            where = open_things.enter_context(line())
            asks = [*words, *where, 0, registers, PER_REQUEST, pause, 0, scans]
            started[who] = subprocess.Popen([str(word) for word in asks], stdout=subprocess.PIPE, text=True)
        told = {who: process.communicate()[0].splitlines() for who, process in started.items()}
        if any(len(each) != scans for each in told.values()):
            raise RuntimeError(f"not every master made its {scans} scans; see above")
    return {who: [float(each.split()[1]) for each in lines][WARM_UP:] for who, lines in told.items()}


@contextmanager
def tcp():
    port = free_port()
    with ready([c_program("slave"), "tcp", str(port)]):
        yield "tcp", f"127.0.0.1:{port}"


@contextmanager
def rtu():
    with folder() as place, wire(place, BAUD) as path:
        yield "rtu", f"{path}:{BAUD}"
