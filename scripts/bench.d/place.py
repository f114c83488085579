"""Where things stand in the checkout, and the programs a bench builds there."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEERS = Path(__file__).resolve().parent / "peer"
TARGET = ROOT / "agent" / "target"
JAR = TARGET / "agent-0.1.0-SNAPSHOT.jar"
LIBRARIES = TARGET / "lib"
ARCHIVE = TARGET / "pumphouse.aot"
JAVA = TARGET / "runtime" / "bin" / "java"
OPTIONS = ROOT / "systemd" / "jvm.options"
MAPS = ROOT / "hal" / "src" / "main" / "resources" / "io" / "pumphouse" / "hal" / "map"
TESTS = ROOT / "hal" / "src" / "test" / "java"
BUILT = TARGET / "bench"


class Missing(Exception):
    """Something a bench needs is not on this machine; the message says what to install."""


def build():
    """Builds the agent and its class archive if they are missing or old."""
    if subprocess.run([ROOT / "scripts" / "build"], check=False).returncode != 0:
        raise Missing("the agent could not be built; see above")
    BUILT.mkdir(exist_ok=True)


def java_home():
    found = subprocess.run([ROOT / "scripts" / "java-home"], stdout=subprocess.PIPE, text=True, check=True)
    return Path(found.stdout.strip())


@contextmanager
def folder():
    """A folder on the checkout's own disk: a temp folder in memory would write nothing."""
    path = Path(tempfile.mkdtemp(prefix="run-", dir=BUILT))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def c_program(name):
    """Compiles peer/NAME.c against libmodbus; returns where the program is."""
    for tool in ("cc", "pkg-config"):
        if shutil.which(tool) is None:
            raise Missing(f"{tool} is missing: sudo apt install gcc pkg-config libmodbus-dev")
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libmodbus"], capture_output=True, text=True)
    if flags.returncode != 0:
        raise Missing("libmodbus is missing: sudo apt install libmodbus-dev")
    program = BUILT / name
    source = PEERS / f"{name}.c"
    subprocess.run(["cc", "-O2", "-Wall", "-Wextra", "-o", program, source, *flags.stdout.split()], check=True)
    return program


def java_program(name):
    """Compiles peer/NAME.java, and what of that folder it uses, against the agent; returns the command that runs it."""
    home = java_home()
    path = f"{JAR}:{LIBRARIES}/*"
    javac = [home / "bin" / "javac", "-cp", path, "-sourcepath", PEERS, "-d", BUILT, PEERS / f"{name}.java"]
    subprocess.run(javac, check=True)
    return [home / "bin" / "java", f"@{OPTIONS}", "-cp", f"{BUILT}:{path}", name]


def proof_program():
    """Compiles the proof among hal's tests; returns the command that runs it, with a heap of its own."""
    home = java_home()
    path = f"{JAR}:{LIBRARIES}/*"
    javac = [home / "bin" / "javac", "-cp", path, "-sourcepath", TESTS, "-implicit:class", "-d", BUILT]
    subprocess.run([*javac, TESTS / "io" / "pumphouse" / "hal" / "proof" / "ProofRun.java"], check=True)
    return [home / "bin" / "java", "-Xmx256m", "-cp", f"{BUILT}:{path}", "io.pumphouse.hal.proof.ProofRun"]


def environment():
    return os.environ | {"MALLOC_ARENA_MAX": "1"}
