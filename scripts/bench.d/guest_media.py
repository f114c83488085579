"""Runs inside the guest: the agent's backup jobs with a stick that is full, read-only, and pulled at moments drawn from a seed."""

import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import backup
from agent import PATIENCE, await_port, command, running, virtual_pump

MODEL = "nibe-s1255"
DISK, STICK = Path("/mnt"), Path("/run/stick")
SOURCE, COPIES = DISK / "source", STICK / "copies"
PORT = 8080
MIB = 1 << 20
ENDED = ("succeeded", "warned", "skipped", "failed", "cancelled", "interrupted")
MAKERS = {"vfat": ["busybox", "mkdosfs"], "exfat": ["mkfs.exfat"], "ext4": ["mkfs.ext4", "-q", "-F"]}
DRIVER = Path("/sys/bus/virtio/drivers/virtio_blk")


def main(seed, pulls):
    chance = random.Random(seed)
    fill(chance)
    STICK.mkdir()
    config = DISK / "pumphouse.yaml"
    with virtual_pump(MODEL) as pump:
        config.write_text(
            f'pumps:\n  - id: house\n    model: {MODEL}\n    line: {{tcp: "127.0.0.1:{pump}"}}\nweb: {{listen: "127.0.0.1:{PORT}"}}\n'
        )
        (DISK / "data").mkdir()
        with running(command("run", "--config", config, "--data", DISK / "data"), stderr=subprocess.DEVNULL) as process:
            await_port(PORT, process).close()
            agent = SimpleNamespace(data=DISK / "data", port=PORT)
            answers(agent)
            for system, maker in MAKERS.items():
                if shutil.which(maker[0]) is None:
                    tell(system, "not measured: there is no", maker[0])
                    continue
                try:
                    ordinary(agent, system)
                    for _ in range(pulls):
                        pulled(agent, system, chance)
                except Exception as trouble:  # the next file system is measured all the same
                    tell(system, "broken off:", repr(trouble))
                finally:
                    unmount()
    tell("done")


def answers(agent):
    """Waits until commands are heard, which is a little after pages are."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and not (agent.data / "agent.sock").exists():
        time.sleep(0.1)


def tell(*words):
    print("MEDIA", *words, flush=True)


def fill(chance):
    SOURCE.mkdir()
    for number in range(24):
        folder = SOURCE / f"folder {number % 6} ö"
        folder.mkdir(exist_ok=True)
        (folder / str(number)).write_bytes(chance.randbytes(256 << 10))
    os.symlink("nowhere", SOURCE / "link")
    (SOURCE / "private").write_text("mode 0600")
    (SOURCE / "private").chmod(0o600)


def ordinary(agent, system):
    """What a stick of this kind takes, and how it is told when it is full or read-only."""
    make(system)
    for kind in ("rsync", "rclone", "snapshot"):
        run = ran(agent, kind)
        whole = kind == "snapshot" and snapshots()[0] == 1 or same()
        expected = ("warned",) if kind == "rsync" and system != "ext4" else ("succeeded",)
        tell(system, kind, judged(run["status"] in expected and whole), run["status"], run["cause"])
        if kind != "snapshot":
            shutil.rmtree(COPIES)
    big = DISK / "big"
    with open(big, "wb") as file:
        file.truncate(0)
        for _ in range(60):
            file.write(os.urandom(MIB))
    shutil.copy(big, SOURCE / "big")
    run = ran(agent, "rsync", "verify=yes")
    tell(system, "full", judged(run["status"] == "failed" and "full" in run["cause"]), run["status"], run["cause"])
    (SOURCE / "big").unlink()
    big.unlink()
    patiently("mount", "-o", "remount,ro", STICK)
    run = ran(agent, "rsync")
    tell(system, "read-only", judged(run["status"] == "failed" and "read-only" in run["cause"]), run["status"], run["cause"])
    unmount()
    run = ran(agent, "rsync")
    tell(system, "absent", judged(run["status"] == "skipped" and not list(STICK.iterdir())), run["status"], run["cause"])


def pulled(agent, system, chance):
    """The device goes in the middle of a run, comes back, and is looked at."""
    make(system)
    before = ran(agent, "snapshot")
    kind = chance.choice(("rsync", "rclone", "snapshot"))
    start(agent, kind, () if kind == "snapshot" else ("bandwidth=2 MiB/s",))
    time.sleep(chance.uniform(0, 4))
    seen = newest(agent)
    slot = Path(os.readlink(f"/sys/block/{stick().name}/device")).name
    (DRIVER / "unbind").write_text(slot)
    subprocess.run(["umount", "-l", STICK], check=True)
    run = end(agent)
    empty = not list(STICK.iterdir())
    (DRIVER / "bind").write_text(slot)
    repaired(system)
    sound, others = snapshots()
    told = (before["status"] == "succeeded") + (kind == "snapshot" and run["status"] == "succeeded")
    honest = run["status"] in ("succeeded", "warned") or run["percent"] in (None, *range(100))
    whole = kind == "snapshot" or run["status"] not in ("succeeded", "warned") or same()
    good = empty and sound >= told and others == 0 and honest and whole
    tell(system, "pulled", kind, judged(good), run["status"], f"was {seen['status']}", f"{sound} of {told} snapshots sound,", run["cause"])


def judged(good):
    return "ok:" if good else "WRONG:"


def stick():
    """The second disk, whatever it is called since it was last pulled."""
    return max((block for block in Path("/sys/block").glob("vd*") if block.name != "vda"), key=lambda block: block.name)


def device():
    return Path("/dev") / stick().name


def make(system):
    unmount()
    patiently(*MAKERS[system], device)
    patiently("mount", "-t", system, device, STICK)


def repaired(system):
    if system == "ext4":
        subprocess.run(["e2fsck", "-p", device()], stdout=subprocess.DEVNULL)
    patiently("mount", "-t", system, device, STICK)


def patiently(*words):
    """A device that has just come or been let go of needs a moment."""
    for _ in range(50):
        told = subprocess.run([word() if callable(word) else word for word in words], capture_output=True, text=True)
        if told.returncode == 0:
            return
        time.sleep(0.2)
    raise RuntimeError(f"{words[0]}: {told.stderr.strip()}")


def unmount():
    subprocess.run(["umount", STICK], stderr=subprocess.DEVNULL)


def start(agent, kind, settings=()):
    source = () if kind == "snapshot" else (f"source={SOURCE}",)
    try:
        backup.ask(agent, "jobs", "delete", "job")
    except RuntimeError:
        pass  # the first one
    backup.ask(agent, "jobs", "create", "job", f"type={kind}", *source, f"destination={COPIES}", *settings)
    backup.ask(agent, "jobs", "start", "job")


def ran(agent, kind, *settings):
    start(agent, kind, settings)
    return end(agent)


def end(agent):
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        run = newest(agent)
        if run["status"] in ENDED:
            return run
        time.sleep(0.2)
    raise RuntimeError(f"still {newest(agent)}")


def newest(agent):
    return backup.get(agent, "jobs/job/runs?limit=1")[0]


def same():
    """Whether every file is there as it is at the source."""
    return all(
        (COPIES / file.relative_to(SOURCE)).read_bytes() == file.read_bytes()
        for file in SOURCE.rglob("*")
        if file.is_file() and not file.is_symlink()
    )


def snapshots():
    """How many manifests vouch for files that are whole, and how many for others."""
    sound = others = 0
    for manifest in COPIES.glob("pumphouse-*.json"):
        files = json.loads(manifest.read_text())["files"]
        whole = all(
            (COPIES / file["file"]).exists()
            and hashlib.sha256((COPIES / file["file"]).read_bytes()).hexdigest() == file["sha256"]
            and checked(COPIES / file["file"])
            for file in files
        )
        sound, others = sound + whole, others + (not whole)
    return sound, others


def checked(file):
    with closing(sqlite3.connect(f"file:{file}?immutable=1", uri=True)) as database:
        return database.execute("PRAGMA quick_check").fetchone() == ("ok",)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
