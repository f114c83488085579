"""
A small Linux that is a process of this machine (user-mode Linux): as fast as this machine, and its power can be cut.

That of Debian 12 (6.1) and 13 (6.12) does not run on processors with AMX state ("ptrace set fp regs failed"); that of Debian 14 does,
and brings the C library it wants.
"""

import os
import signal
import subprocess
from contextlib import contextmanager

import guest
from place import BUILT

KERNEL = BUILT / "usermode"
RELEASE = "forky"  # Debian 14
KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
TOOLS = {"patchelf": "patchelf"}
LIBRARIES = KERNEL / "usr" / "lib" / "x86_64-linux-gnu"
PROGRAM = KERNEL / "usr" / "bin" / "linux.uml"
INIT = """#!/bin/sh
busybox mount -t proc none /proc
busybox mount -t devtmpfs none /dev
busybox mount -t hostfs none /root -o /
busybox mount -o remount,ro /root
busybox mount -t ext4 -o noatime /dev/ubda /root/mnt
busybox mount -t proc none /root/proc
busybox mount -t sysfs none /root/sys
busybox mount -t devtmpfs none /root/dev
busybox mount -t tmpfs none /root/run
busybox ip link set lo up
exec busybox chroot /root /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin {command}
"""


def demand_tools():
    guest.demand_tools(TOOLS)
    if not (KERNEL / "ready").exists():
        fetch()


def fetch():
    """Debian's user-mode kernel and its C library, unpacked beside the build; nothing is installed."""
    lists, cache = KERNEL / "apt" / "lists", KERNEL / "apt" / "cache"
    for folder in (lists / "partial", cache / "archives" / "partial"):
        folder.mkdir(parents=True, exist_ok=True)
    (KERNEL / "apt" / "status").touch()
    (KERNEL / "apt" / "sources").write_text(f"deb [signed-by={KEYS}] {mirror()} {RELEASE} main\n")
    apart = [f"-oDir::State::Lists={lists}", f"-oDir::State::Status={KERNEL / 'apt' / 'status'}", f"-oDir::Cache={cache}"]
    apart += [f"-oDir::Etc::SourceList={KERNEL / 'apt' / 'sources'}", "-oDir::Etc::SourceParts=-", "-oAPT::Sandbox::User=root"]
    quiet = {"stdout": subprocess.DEVNULL, "cwd": KERNEL}
    guest.tool("apt-get", *apart, "update", **quiet)
    guest.tool("apt-get", *apart, "download", "user-mode-linux", "libc6", **quiet)
    for package in KERNEL.glob("*.deb"):
        guest.tool("dpkg-deb", "-x", package, KERNEL)
    # Started through its loader it would find its own memory taken, so the loader is named in it.
    loader = LIBRARIES / "ld-linux-x86-64.so.2"
    guest.tool("patchelf", "--set-interpreter", loader, "--set-rpath", LIBRARIES, PROGRAM)
    (KERNEL / "ready").touch()


def mirror():
    """The one this machine takes its own packages from."""
    told = guest.tool("apt-get", "indextargets", "--format", "$(SITE)", "Origin: Debian", capture_output=True, text=True).stdout
    return told.splitlines()[0]


def initrd(command, folder):
    """What the guest boots: it mounts this machine's files and its disk, and becomes the command."""
    return guest.packed(INIT.format(command=command), folder)


class Machine(subprocess.Popen):
    """Several processes, which end together."""

    def kill(self):
        if self.poll() is None:
            os.killpg(self.pid, signal.SIGKILL)


@contextmanager
def powered(image, boot):
    """The guest as processes, its lines on standard output; killing it cuts its power, as the end of this does at the latest."""
    with started(image, boot.parent, f"initrd={boot}", "root=/dev/ram0", "rdinit=/init", "con0=null,fd:1") as machine:
        yield machine


@contextmanager
def started(image, folder, *words, inherited=()):
    """The kernel on a disk, with more words for it."""
    machine = Machine(
        # What the guest has sent to its disk stays; what only its memory holds is lost.
        [PROGRAM, "mem=512M", f"ubd0s={image}", "con=null", "quiet", "panic=-1", f"uml_dir={folder}/", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
        pass_fds=inherited,
    )
    try:
        yield machine
    finally:
        machine.kill()
        machine.stdout.close()
        machine.wait()
