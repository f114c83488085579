"""What the kernel says about a running process."""

import re
import subprocess
import time
from pathlib import Path

from place import java_home

MIB = 1024


def cpu_millis(pid):
    """Processor time used so far, user and system, in milliseconds: utime + stime, but exact."""
    clock = (~pid << 3) | 2  # CPUCLOCK_SCHED of another process, as clock_getcpuclockid(3) makes it
    return time.clock_gettime(clock) * 1000


def cpu_rate(pids, seconds):
    """Milliseconds of processor time per second of each process, over the same seconds."""
    before = [cpu_millis(pid) for pid in pids]
    began = time.monotonic()
    time.sleep(seconds)
    took = time.monotonic() - began
    return [(cpu_millis(pid) - was) / took for pid, was in zip(pids, before)]


def memory(pid):
    """Resident, anonymous and file-backed memory, in MiB."""
    sizes = dict(re.findall(r"(\w+): +(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text()))
    resident, anonymous = int(sizes["Rss"]) / MIB, int(sizes["Anonymous"]) / MIB
    return resident, anonymous, resident - anonymous


def share(pid):
    """Its share of resident memory, in MiB: what several processes keep together is divided among them."""
    return int(re.search(r"^Pss: +(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)[1]) / MIB


def threads(pid):
    return int(re.search(r"Threads:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1])


def written(pid):
    """Bytes the process sent towards the disk so far."""
    return int(re.search(r"^write_bytes: (\d+)", Path(f"/proc/{pid}/io").read_text(), re.M)[1])


def classes(pid):
    """How many classes a JVM has loaded. Asking costs it memory: ask last."""
    told = subprocess.run(
        [java_home() / "bin" / "jcmd", str(pid), "VM.metaspace"], capture_output=True, text=True
    )
    found = re.search(r"(\d+) classes", told.stdout)
    return int(found[1]) if found else 0
