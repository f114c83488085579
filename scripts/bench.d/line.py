"""How close a scan comes to what a serial line itself takes, beside what Debian offers: single blocks, and the core metrics of each model."""

import subprocess
from contextlib import ExitStack, contextmanager
from statistics import median

import mbpoll
import rivals
from agent import ready
from figures import Row, Spot
from place import MAPS, c_program, folder, java_program

BITS = 10  # 8N1: a pseudo-terminal refuses parity.
SIZES = [10, 50, 100]
TARGETS = {9600: 1.05, 19200: 1.10, 115200: None}
MODEL_BAUDS = [9600, 19200]
WARM_UP = 2  # The first scan opens the port and probes; the second begins while its classes still load.
SERIES = 5  # The agent and the others take turns, for what else this machine does changes from minute to minute.
HELD = 100  # in every register: 10.0 degrees outdoors, so that a pump that looks for its addresses finds them
AGENT, C, PYMODBUS = "agent", "C on libmodbus", "pymodbus"
WORD_SWAP = 8851  # where MODBUS 40 says which word comes first


def measure(pace):
    rivals.demand("pymodbus", "mbpoll")
    agent, c = java_program("LineScan"), {C: [c_program("scanner")]}
    rows = []
    for baud, target in TARGETS.items():
        with folder() as place, wire(place, baud) as path:
            for size in SIZES:
                peers = c | {PYMODBUS: rivals.python("scanner")}
                rows += beside(agent, peers, path, baud, size, f"{size} registers", target, pace)
                rows += by_itself(path, baud, size, pace)
            for model in rtu_models() if baud in MODEL_BAUDS else []:
                rows += beside(agent, c, path, baud, model, model, target, pace)
    return rows


def beside(agent, peers, path, baud, what, name, target, pace):
    """The agent's scans and those of others that make the same requests, and how the agent compares."""
    with ExitStack() as open_things:
        # The others open the port first: from then on the agent keeps it for itself.
        them = {who: open_things.enter_context(asked([*words, f"{path}:{baud}"])) for who, words in peers.items()}
        java = open_things.enter_context(asked([*agent, path, str(baud), str(what)]))
        _, requests = series(java, WARM_UP)
        took = {who: [] for who in (AGENT, *them)}
        for _ in range(max(1, pace.scans // SERIES)):
            took[AGENT].append(series(java, SERIES)[0])
            for who, master in them.items():
                took[who].append(series(master, SERIES, requests)[0])
    return [
        *(block(who, name, target if who == AGENT else None, baud, sum(millis, []), requests) for who, millis in took.items()),
        *(
            Row(f"agent beside {who}, {baud} baud, {name}", [median(a) / median(b) for a, b in zip(took[AGENT], took[who])], f"times {who}", None, 3)
            for who in them
        ),
    ]


def by_itself(path, baud, registers, pace):
    """mbpoll asks at its own pace, once with its pause and once with the silence of the standard in place of that."""
    request = f"holding 0-{registers - 1}"
    millis = mbpoll.periods(path, baud, registers, pace.scans)
    quick = [each - mbpoll.PAUSE_MILLIS + silence_millis(baud) for each in millis]
    return [
        block(f"mbpoll, pause of {mbpoll.PAUSE_MILLIS} ms", f"{registers} registers", None, baud, millis, request),
        block("mbpoll, pause taken off", f"{registers} registers", None, baud, quick, request),
    ]


def block(who, name, target, baud, millis, told):
    """One row: the scans that were measured, over what their requests take on the wire."""
    requests = told.split(",")
    limit = sum(limit_millis(request, baud) for request in requests)
    asked = f"{len(requests)} requests, {sum(count(each) for each in requests)} addresses"
    what = f"{who}, {baud} baud, {name}: {asked}, {median(millis):.1f} ms on a wire of {limit:.1f} ms"
    return Row(what, [each / limit for each in millis], "times the wire", target, 3, Spot(f"Scan time at {baud} baud, times the wire", f"{who}, {name}"))


@contextmanager
def asked(words):
    """A master that waits to be told how many scans to make."""
    with ready(words, stdin=subprocess.PIPE) as master:
        yield master


def series(master, scans, requests=""):
    """The milliseconds of so many scans, and their requests. The one before them only sets the pace."""
    master.stdin.write(f"{scans + 1} {requests}".strip() + "\n")
    master.stdin.flush()
    lines = [master.stdout.readline() for _ in range(scans + 2)]
    if not lines[-1]:
        raise RuntimeError(f"{master.args[0]} gave up")
    return [float(line) for line in lines[1:-1]], lines[-1].strip()


def limit_millis(request, baud):
    """Question, answer, and the silence that either side keeps before it speaks."""
    bits = request.startswith(("coil", "discrete"))
    answer = (count(request) + 7) // 8 if bits else 2 * count(request)
    return (8 + 5 + answer) * character_millis(baud) + 2 * silence_millis(baud)


def character_millis(baud):
    return BITS / baud * 1000


def silence_millis(baud):
    return 1.75 if baud > 19200 else 3.5 * character_millis(baud)


def count(request):
    """How many addresses `holding 3-12` has."""
    first, _, last = request.split()[1].partition("-")
    return int(last or first) - int(first) + 1


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
