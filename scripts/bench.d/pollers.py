"""Programs that ask one slave for the same registers each second: the agent, and others beside it."""

from contextlib import ExitStack, contextmanager

import rivals
from agent import running
from place import c_program, folder

FOR_EVER = 0
EACH_SECOND = 1000
C, PYMODBUS, COLLECTD = "C on libmodbus", "pymodbus", "collectd"


@contextmanager
def peers(port, first, registers, per_request):
    """C and pymodbus in the same requests, collectd in its own; each keeps what it was told only as far as it does by itself."""
    with ExitStack() as open_things:
        begin, place = open_things.enter_context, open_things.enter_context(folder())
        them = {
            C: begin(c(port, first, registers, per_request)),
            PYMODBUS: begin(running(rivals.python("poller", port, first, registers, per_request))),
            COLLECTD: begin(rivals.collectd(place, port, first, registers)),
        }
        yield them
        demand_alive(them)
        if rivals.collected(place) != registers:
            raise RuntimeError(f"collectd wrote {rivals.collected(place)} of {registers} registers")


def demand_alive(them):
    """One that has ended takes no time at all."""
    idle = [who for who, process in them.items() if process.poll() is not None]
    if idle:
        raise RuntimeError(f"ended before it was measured: {', '.join(idle)}")


def c(port, first, registers, per_request, pause_millis=0):
    """The least that asks: libmodbus in a loop."""
    words = [c_program("master"), "tcp", f"127.0.0.1:{port}", first, registers, per_request, pause_millis, EACH_SECOND, FOR_EVER]
    return running([str(word) for word in words])
