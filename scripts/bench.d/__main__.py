"""The command line of scripts/bench: measures, prints one Markdown table per subject, and writes docs/benchmarks.md."""

import argparse
import sys
import time
import traceback
from dataclasses import replace
from datetime import datetime, timezone

import appliance
import asking
import backup
import cpu
import disk
import fanout
import fleet
import growth
import hostile
import kills
import line
import machine
import media
import memory
import package
import pages
import peers
import powercut
import proof
import soak
import start
import usb
import years
from document import Document
from figures import table
from pace import FULL, QUICK
from place import Missing, build

SUBJECTS = {
    "start": (start, "process start to first reading and first page, with and without the class archive"),
    "memory": (memory, "resident memory after 3 and 19 minutes with 3 browsers, then with 32"),
    "cpu": (cpu, "processor time, in the twentieth minute if not told otherwise, and memory for 100 registers at 1 Hz, beside C on libmodbus, pymodbus and collectd"),
    "growth": (growth, "what ten times as much costs: 10 to 1,000 registers, 1 to 8 units, 1 to 200 browsers"),
    "years": (years, "what a longer history costs, 1 day to 5 years: disk, start, questions, memory"),
    "line": (line, "scan time on a slow serial line against what the wire itself takes, blocks and models, beside C on libmodbus, pymodbus and mbpoll"),
    "asking": (asking, "processor time for each register asked for, beside stock j2mod and C on libmodbus"),
    "disk": (disk, "bytes written and stored per sample at default settings"),
    "backup": (backup, "backup jobs: answer to a start, the agent's own cost, a large copy beside rsync by hand, long lists"),
    "kills": (kills, "backup jobs whose agent, tool or connection is killed at seeded moments: 200 of them, 10 if quick"),
    "media": (media, "backup jobs on FAT, exFAT and ext4 in an emulated machine, full, read-only, and pulled at seeded moments"),
    "usb": (usb, "an adapter and the console's cable unplugged in an emulated machine: 20 times each, 3 if quick"),
    "soak": (soak, "a simulated day with trouble on wires, disk, clock, receiver and process: 24 minutes, 2.5 if quick"),
    "hostile": (hostile, "what ten thousand malformed requests and WebSocket frames do to the agent"),
    "pages": (pages, "how soon pages are there and charts drawn in a browser, what they weigh"),
    "fanout": (fanout, "100 live browsers with 40 changing values each second, and one that takes nothing"),
    "fleet": (fleet, "what a thousand agents cost one MQTT broker and one VictoriaMetrics"),
    "package": (package, "what the packages weigh; one in a clean Debian, one of the other architecture under emulation"),
    "powercut": (powercut, "what power cuts of a guest Linux cost: 100 of them, 5 if quick"),
    "appliance": (appliance, "the package on a Debian with systemd: start, a hung poll loop, console, stick, address, upgrades that fail, 100 power cuts, 5 if quick"),
    "peers": (peers, "the same 30 days in this store, InfluxDB and VictoriaMetrics: disk, writes, processor, memory, questions"),
    "proof": (proof, "values believed on a bad line that the device never said, of a million exchanges"),
}


def arguments():
    parser = argparse.ArgumentParser(
        prog="scripts/bench",
        description="Measures the agent on this machine, against a pump in another process.",
        epilog="\n".join(
            ["subjects:"]
            + [f"  {name:9} {about}" for name, (_, about) in SUBJECTS.items()]
            + [
                "  all      every one of them (the default), about six hours",
                "  quick    every one of them, or those named, shorter and rougher, an hour or more; leaves docs/benchmarks.md as it is",
                "",
                "needs: a JDK 25, Maven",
                "  cpu, growth, line, asking, fanout, soak   gcc pkg-config libmodbus-dev",
                "  line                python3-pymodbus python3-serial-asyncio mbpoll too",
                "  cpu                 python3-pymodbus python3-serial-asyncio collectd-core too; starts its own collectd",
                "  pages               chromium chromium-driver",
                "  backup, kills       rsync rclone",
                "  package             mmdebstrap qemu-user-static socat; fetches Debian's Java and a minimal Debian 13, installs nothing",
                "  powercut            patchelf busybox-static cpio e2fsprogs; fetches Debian's user-mode Linux, installs nothing",
                "  appliance           the same and mmdebstrap socat gcc pkg-config libmodbus-dev, as root; fetches Debian 13",
                "  media               qemu-system-x86 busybox-static kmod cpio e2fsprogs rsync rclone, and exfatprogs for exFAT;",
                "                      fetches Debian's kernel, installs nothing",
                "  usb                 qemu-system-x86 busybox-static kmod cpio e2fsprogs gcc pkg-config libmodbus-dev; fetches Debian's kernel",
                "  fleet               mosquitto victoria-metrics; starts its own, on ports and in a folder of their own",
                "  peers               influxdb victoria-metrics; starts its own, on ports and in a folder of their own",
                "what was measured: docs/benchmarks.md, which this writes; what it means: docs/performance.md",
            ]
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    words = [*SUBJECTS, "all", "quick"]
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help="what to measure")
    parser.add_argument("--seed", type=int, default=FULL.seed, help="of the mischief in proof, powercut, kills, media, usb, soak and hostile")
    parser.add_argument("--warm", type=int, metavar="SECONDS", help="from the start of the agent to the look at it, in cpu, memory and growth")
    typed = parser.parse_args()
    unknown = [word for word in typed.subjects if word not in words]
    if unknown:
        parser.error(f"there is no subject {unknown[0]!r}; choose from {', '.join(words)}")
    return typed


def pace_of(typed):
    pace = replace(QUICK if "quick" in typed.subjects else FULL, seed=typed.seed)
    return replace(pace, warm=typed.warm, settle=min(pace.settle, typed.warm), grow=typed.warm) if typed.warm else pace


def main():
    typed = arguments()
    named = [name for name in SUBJECTS if name in typed.subjects]
    missing = 0
    try:
        build()
    except Missing as nothing_to_measure:
        return say(nothing_to_measure)
    commit = machine.commit()  # what was built, whatever becomes of the checkout in the hours that follow
    for name in SUBJECTS if "all" in typed.subjects or not named else named:
        try:
            run(name, pace_of(typed), commit, "quick" not in typed.subjects)
        except Missing as lack:
            missing = say(f"{name} was not measured: {lack}")
        except Exception:  # hours of others come after it
            traceback.print_exc()
            missing = say(f"{name} was not measured: it failed, as told above; the others go on")
    return missing


def run(name, pace, commit, is_kept):
    """Measures a subject, prints what it gave, and writes it down unless it was a quick look."""
    subject, about = SUBJECTS[name]
    print(f"\n### {name}: {about}\n", flush=True)
    at, load, began = datetime.now(timezone.utc), machine.load(), time.monotonic()
    rows = subject.measure(pace)
    print(table(rows), flush=True)
    told = (
        f"Run: {at:%Y-%m-%d %H:%M} UTC, commit {commit}, `scripts/bench {' '.join(sys.argv[1:]) or 'all'}`, "
        f"{time.monotonic() - began:.0f} s, load {load:.1f} before and {machine.load():.1f} after. Machine: {machine.described()}."
    )
    if is_kept:
        document = Document(SUBJECTS)
        document.take(name, about, told, rows)
        document.write()
    else:
        print("\na quick look, not written down", file=sys.stderr)


def say(trouble):
    print(f"pumphouse: {trouble}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
