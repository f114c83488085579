"""How soon the agent reads the pump and answers a browser."""

from agent import agent, virtual_pump
from figures import Row
from process import cpu_millis

MODEL = "nibe-s1255"


def measure(pace):
    with virtual_pump(MODEL) as port:
        one_start(port, True)  # Brings files into the page cache; not counted.
        # Alternating, so that a busy moment of the machine falls on both.
        pairs = [(one_start(port, True), one_start(port, False)) for _ in range(pace.starts)]
    return rows("with the class archive", [a for a, _ in pairs], 0.3, 0.7) + rows(
        "without", [b for _, b in pairs], None, None
    )


def one_start(port, archive):
    with agent(MODEL, port, archive=archive) as started:
        page = started.first_page()
        spent = cpu_millis(started.pid) / 1000
        return started.first_reading(), page, spent


def rows(how, starts, reading_target, page_target):
    readings, pages, spent = zip(*starts)
    return [
        Row(f"first reading, {how}", readings, "s", reading_target, 2),
        Row(f"first page (HTTP 200), {how}", pages, "s", page_target, 2),
        Row(f"processor time to the first page, {how}", spent, "s", None, 2),
    ]
