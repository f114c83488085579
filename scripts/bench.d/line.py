"""How close a scan comes to what a serial line itself takes: single blocks, and the core metrics of each model."""

import subprocess
from contextlib import contextmanager
from statistics import median

from agent import ready
from figures import Row
from place import MAPS, c_program, folder, java_program

BITS = 10  # 8N1: a pseudo-terminal refuses parity.
SIZES = [10, 50, 100]
TARGETS = {9600: 1.05, 19200: 1.10, 115200: None}
MODEL_BAUDS = [9600, 19200]
WARM_UP = 2  # The first scan opens the port and probes; the second begins while its classes still load.
HELD = 100  # in every register: 10.0 degrees outdoors, so that a pump that looks for its addresses finds them
WORD_SWAP = 8851  # where MODBUS 40 says which word comes first


def measure(pace):
    agent = java_program("LineScan")
    rows = []
    for baud, target in TARGETS.items():
        with folder() as place, wire(place, baud) as path:
            for size in SIZES:
                rows.append(block(f"agent, {baud} baud", target, baud, scan([*agent, path, baud, size, pace.scans])))
                words = [c_program("master"), "rtu", f"{path}:{baud}", 0, size, size, 0, 0, pace.scans]
                told = scan(words)[0], [f"holding 0-{size - 1}"]
                rows.append(block(f"C on libmodbus, {baud} baud", None, baud, told))
            for model in rtu_models() if baud in MODEL_BAUDS else []:
                told = scan([*agent, path, baud, model, pace.scans])
                rows.append(block(f"agent, {baud} baud, {model}", target, baud, told))
    return rows


def block(who, target, baud, told):
    """One row: the scans that were measured, over what their requests take on the wire."""
    millis, requests = told
    limit = sum(limit_millis(request, baud) for request in requests)
    asked = f"{len(requests)} requests, {sum(count(each) for each in requests)} addresses"
    what = f"{who}: {asked}, {median(millis):.1f} ms on a wire of {limit:.1f} ms"
    return Row(what, [each / limit for each in millis], "times the wire", target, 3)


def limit_millis(request, baud):
    """Question, answer, and the silence that either side keeps before it speaks."""
    bits = request.startswith(("coil", "discrete"))
    answer = (count(request) + 7) // 8 if bits else 2 * count(request)
    character = BITS / baud * 1000
    silence = 1.75 if baud > 19200 else 3.5 * character
    return (8 + 5 + answer) * character + 2 * silence


def count(request):
    """How many addresses `holding 3-12` has."""
    first, _, last = request.split()[1].partition("-")
    return int(last or first) - int(first) + 1


def scan(words):
    """Runs one master; returns the milliseconds of its scans after the warm-up, and its requests if it names them."""
    told = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, text=True, check=True)
    lines = told.stdout.splitlines()
    named = lines.pop().split(",") if lines[-1][0].isalpha() else []
    return [float(line.split()[0]) for line in lines][WARM_UP:], named


def rtu_models():
    """The shipped models that can be wired as Modbus RTU."""
    heads = {path.stem: path.read_text(encoding="utf-8") for path in sorted(MAPS.glob("*.csv"))}
    return [
        model
        for model, head in heads.items()
        if any(line.startswith("# wires:") and "rtu," in f"{line}," for line in head.splitlines())
    ]


@contextmanager
def wire(place, baud):
    """A line that takes its time, with a slave at the far end; gives the near end's path."""
    near, far = place / "near", place / "far"
    with ready([c_program("wire"), near, far, str(baud), str(BITS)]):
        with ready([c_program("slave"), "rtu", f"{far}:{baud}", "steered"], stdin=subprocess.PIPE) as slave:
            fills = [f"fill {kind} 0 9999 {HELD}" for kind in ("holding", "input")]
            for order in [*fills, f"set holding {WORD_SWAP} 1"]:
                slave.stdin.write(f"{order}\n")
                slave.stdin.flush()
                slave.stdout.readline()
            yield near.resolve()
