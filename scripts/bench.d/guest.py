"""
A small Linux in an emulated machine: this machine's files, read-only, and one disk of its own that the power can be cut from.

User-mode Linux would start faster, but that of Debian 12 (6.1) does not run on processors with AMX state: "ptrace set fp regs failed".
"""

import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

from place import BUILT, Missing

KERNEL = BUILT / "kernel"
NEEDED = ("virtio_pci", "virtio_blk", "9p", "9pnet_virtio", "ext4")
TOOLS = {
    "qemu-system-x86_64": "qemu-system-x86",
    "busybox": "busybox-static",
    "modprobe": "kmod",
    "mkfs.ext4": "e2fsprogs",
    "cpio": "cpio",
}
INIT = """#!/bin/sh
busybox mount -t proc none /proc
busybox mount -t devtmpfs none /dev
{modules}
busybox mount -t 9p -o trans=virtio,version=9p2000.L,msize=524288,cache=loose,ro host /root
busybox mount -t ext4 -o noatime /dev/vda /root/mnt
busybox mount -t proc none /root/proc
busybox mount -t sysfs none /root/sys
busybox mount -t devtmpfs none /root/dev
busybox mount -t tmpfs none /root/run
busybox ip link set lo up
exec busybox chroot /root /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin {command}
"""


def demand_tools():
    missing = sorted(package for tool, package in TOOLS.items() if shutil.which(tool, path=paths()) is None)
    if missing:
        raise Missing(f"for a guest: sudo apt install {' '.join(missing)}")


def paths():
    return os.environ["PATH"] + ":/usr/sbin:/sbin"


def tool(*words, **more):
    return subprocess.run(words, check=True, env=os.environ | {"PATH": paths()}, **more)


def kernel():
    """Debian's kernel, fetched once and unpacked beside the build; nothing is installed."""
    if not any((KERNEL / "boot").glob("vmlinuz-*")):
        KERNEL.mkdir(parents=True, exist_ok=True)
        told = tool("apt-cache", "depends", "linux-image-amd64", capture_output=True, text=True).stdout
        package = re.search(r"Depends: (linux-image-\S+)", told)[1]
        tool("apt-get", "download", package, cwd=KERNEL, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        tool("dpkg-deb", "-x", next(KERNEL.glob("*.deb")), KERNEL)
    return next((KERNEL / "boot").glob("vmlinuz-*"))


def modules(more):
    """The files of the modules a guest needs, in the order they are loaded."""
    version = next((KERNEL / "lib" / "modules").iterdir()).name
    tool("depmod", "-b", KERNEL, version)
    found = []
    for module in (*NEEDED, *more):
        told = tool("modprobe", "-d", KERNEL, "-S", version, "-D", module, capture_output=True, text=True).stdout
        found += [words.split()[1] for words in told.splitlines() if words.startswith("insmod")]
    return list(dict.fromkeys(found))


def initrd(command, folder, more=()):
    """What the guest boots: it mounts this machine's files and its disk, and becomes the command; `more` modules are at hand."""
    root = folder / "initrd"
    for name in ("bin", "modules", "root", "proc", "dev"):
        (root / name).mkdir(parents=True)
    shutil.copy(shutil.which("busybox", path=paths()), root / "bin" / "busybox")
    (root / "bin" / "sh").symlink_to("busybox")
    files = modules(more)
    for file in files:
        shutil.copy(file, root / "modules")
    loads = "\n".join(f"busybox insmod /modules/{Path(file).name}" for file in files)
    (root / "init").write_text(INIT.format(modules=loads, command=command))
    (root / "init").chmod(0o755)
    packed = folder / "initrd.gz"
    tool("sh", "-c", f"cd {root} && find . | cpio --quiet -o -H newc | gzip -1 > {packed}")
    return packed


def disk(folder):
    image = folder / "disk.img"
    with open(image, "wb") as file:
        file.truncate(300 << 20)
    tool("mkfs.ext4", "-q", "-F", image)
    return image


@contextmanager
def powered(image, boot, *sticks):
    """The guest as a process, its lines on standard output; killing it cuts its power, as the end of this does at the latest."""
    machine = subprocess.Popen(
        ["qemu-system-x86_64", "-machine", "q35,accel=tcg", "-cpu", "max", "-m", "512", "-nic", "none"]
        + ["-nographic", "-no-reboot", "-kernel", kernel(), "-initrd", boot]
        + ["-append", "console=ttyS0 quiet mitigations=off nokaslr audit=0 random.trust_cpu=on panic=-1"]
        # What the guest has sent to its disk stays; what only its memory holds is lost.
        + [word for file in (image, *sticks) for word in ("-drive", f"file={file},if=virtio,format=raw,cache=writethrough")]
        + ["-virtfs", "local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    try:
        yield machine
    finally:
        machine.kill()
        machine.stdout.close()
        machine.wait()


def files_after(image, folder):
    """Repairs the disk as a start does, and takes what is on it; returns the folder it is in."""
    repaired = subprocess.run(["e2fsck", "-p", image], env=os.environ | {"PATH": paths()}, capture_output=True, text=True)
    if repaired.returncode > 1:
        raise RuntimeError(f"e2fsck ended with {repaired.returncode}: {repaired.stdout}")
    out = folder / "after"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    tool("debugfs", "-R", f"rdump / {out}", image, capture_output=True)
    return out
