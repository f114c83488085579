"""What a run ran on, in words for people."""

import os
import re
import subprocess
from pathlib import Path

from place import ROOT, java_home

GIB = 1 << 20  # in kB
MEASURED = ("pom.xml", "*/pom.xml", "*/src/main/*", "systemd")


def described():
    """Processor, memory, system and Java."""
    cores = os.cpu_count()
    model = re.search(r"model name\s*: (.*)|Model\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal: +(\d+)", Path("/proc/meminfo").read_text())[1]) / GIB
    name = (model[1] or model[2]).strip() if model else "unknown"
    release = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text())[1]
    java = re.search(r'JAVA_RUNTIME_VERSION="(.*)"', (java_home() / "release").read_text())
    return (
        f"{cores} cores of {name} ({os.uname().machine}), {memory:.1f} GiB, {release}, "
        f"Linux {os.uname().release.split('-')[0]}, Java {java[1] if java else 'unknown'}"
    )


def commit():
    """The last commit that changed what is measured, and whether something was changed since."""
    last = git("log", "-1", "--format=%h", "--", *MEASURED)
    return f"{last}, with changes" if git("status", "--porcelain", "--", *MEASURED) else last


def git(*words):
    told = subprocess.run(["git", "-C", ROOT, *words], capture_output=True, text=True, check=False)
    return told.stdout.strip() or ("" if told.returncode == 0 else "no commit")


def load():
    """How many programs wanted a core in the last minute."""
    return os.getloadavg()[0]
