"""What more registers, more units on a line and more browsers cost the agent: processor time and memory, all steps at once."""

import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import meter
import pollers
from agent import free_port, living, pump, ready
from browser import browsers, demand_open
from place import c_program, folder
from process import cpu_rate, memory

REGISTERS = (10, 30, 100, 300, 1000)
UNITS = (1, 2, 4, 8)
BROWSERS = (1, 10, 50, 200)
OF_EACH = 100  # registers, where something else grows


@dataclass(frozen=True)
class Work:
    """What one agent has to do; half of the registers change each second."""

    registers: int
    units: int
    browsers: int


@dataclass(frozen=True)
class Cost:
    """Milliseconds of processor time in a second, of the agent and of C that asks for the same; MiB of memory of the agent."""

    rate: float
    c_rate: float
    resident: float
    anonymous: float


def registers(pace):
    return dict(zip(REGISTERS, costs([Work(many, 1, 1) for many in REGISTERS], pace)))


def units(pace):
    return dict(zip(UNITS, costs([Work(OF_EACH, many, 1) for many in UNITS], pace)))


def crowds(pace):
    return dict(zip(BROWSERS, costs([Work(OF_EACH, 1, many) for many in BROWSERS], pace)))


def costs(works, pace):
    """All agents live at the same time, each with a slave of its own, so that noise hits all."""
    with ExitStack() as open_things:
        sites = [open_things.enter_context(site(work)) for work in works]
        time.sleep(pace.grow)
        for work, (started, _, _) in zip(works, sites):
            for unit in range(work.units):
                meter.check(started, f"unit{unit + 1}", work.registers)
        rates = cpu_rate([process.pid for started, c, _ in sites for process in (started, c)], pace.window)
        kept = [memory(started.pid) for started, _, _ in sites]
        for work, (_, c, tabs) in zip(works, sites):
            pollers.demand_alive({f"{pollers.C} beside {work}": c})
            demand_open(tabs)
    return [Cost(ours, c, size[0], size[1]) for ours, c, size in zip(rates[::2], rates[1::2], kept)]


@contextmanager
def site(work):
    """An agent at work, and C on libmodbus that asks the same slave for as many registers of one unit."""
    with ExitStack() as open_things:
        begin, port = open_things.enter_context, free_port()
        place = begin(folder())
        begin(ready([c_program("slave"), "tcp", str(port)]))
        c = begin(pollers.c(port, 0, work.registers * work.units, meter.PER_REQUEST))
        meter.write_map(place, work.registers)
        pumps = [pump(f"unit{unit + 1}", meter.MODEL, port, meter.settings(work.registers), unit + 1) for unit in range(work.units)]
        started = begin(living(place, "".join(pumps), web=f", max-clients: {work.browsers + 2}"))
        started.first_page()
        yield started, c, begin(browsers(started.port, work.browsers))
