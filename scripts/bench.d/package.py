"""What the packages weigh, and whether one lives as it should in a clean Debian and, for arm64, under emulation."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

from figures import Row
from place import ROOT, Missing, java_home

TOOLS = {"mmdebstrap": "mmdebstrap", "qemu-aarch64-static": "qemu-user-static", "socat": "socat"}
MB = 1e6


def measure(pace):
    if os.getuid() != 0:
        raise Missing("for a Debian of its own: run as root")
    missing = sorted(package for tool, package in TOOLS.items() if shutil.which(tool) is None)
    if missing:
        raise Missing(f"for the package: sudo apt install {' '.join(missing)}")
    packages = script("package").split()
    return [row for package in packages for row in weight(Path(package))] + [
        Row("two builds, and a life in a clean Debian 13, amd64", [seconds("try-package")], "s", None, 0),
        Row("a build, and a start under emulation, arm64", [seconds("try-package", "arm64")], "s", None, 0),
    ]


def weight(package):
    told = subprocess.run(["dpkg-deb", "--field", package, "Installed-Size"], capture_output=True, text=True, check=True)
    architecture = re.search(r"_(\w+)\.deb", package.name)[1]
    return [
        Row(f"to download, {architecture}", [package.stat().st_size / MB], "MB", 40),
        Row(f"installed, without the class archive, {architecture}", [int(told.stdout) * 1024 / MB], "MB", 80),
    ]


def seconds(*words):
    began = time.monotonic()
    script(*words)
    return time.monotonic() - began


def script(name, *words):
    java = os.environ | {"JAVA_HOME": str(java_home())}
    return subprocess.run([ROOT / "scripts" / name, *words], env=java, stdout=subprocess.PIPE, text=True, check=True).stdout
