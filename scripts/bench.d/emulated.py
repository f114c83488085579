"""A small Linux in an emulated machine: slow, and with devices that can be taken out."""

import re
import subprocess
from contextlib import contextmanager
from pathlib import Path

import guest
from place import BUILT

KERNEL = BUILT / "kernel"
NEEDED = ("virtio_pci", "virtio_blk", "9p", "9pnet_virtio", "ext4")
TOOLS = {"qemu-system-x86_64": "qemu-system-x86", "modprobe": "kmod"}
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
    guest.demand_tools(TOOLS)
    kernel()


def kernel():
    """Debian's kernel, fetched once and unpacked beside the build; nothing is installed."""
    if not any((KERNEL / "boot").glob("vmlinuz-*")):
        KERNEL.mkdir(parents=True, exist_ok=True)
        told = guest.tool("apt-cache", "depends", "linux-image-amd64", capture_output=True, text=True).stdout
        package = re.search(r"Depends: (linux-image-\S+)", told)[1]
        guest.tool("apt-get", "download", package, cwd=KERNEL, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        guest.tool("dpkg-deb", "-x", next(KERNEL.glob("*.deb")), KERNEL)
    return next((KERNEL / "boot").glob("vmlinuz-*"))


def modules(more):
    """The files of the modules a guest needs, in the order they are loaded."""
    version = next((KERNEL / "lib" / "modules").iterdir()).name
    guest.tool("depmod", "-b", KERNEL, version)
    found = []
    for module in (*NEEDED, *more):
        told = guest.tool("modprobe", "-d", KERNEL, "-S", version, "-D", module, capture_output=True, text=True).stdout
        found += [words.split()[1] for words in told.splitlines() if words.startswith("insmod")]
    return list(dict.fromkeys(found))


def initrd(command, folder, more=()):
    """What the guest boots: it mounts this machine's files and its disk, and becomes the command; `more` modules are at hand."""
    files = modules(more)
    loads = "\n".join(f"busybox insmod /modules/{Path(file).name}" for file in files)
    return guest.packed(INIT.format(modules=loads, command=command), folder, files)


@contextmanager
def powered(image, boot, *sticks, devices=()):
    """The guest as a process, its lines on standard output; killing it cuts its power, as the end of this does at the latest. `devices` are more words for qemu."""
    machine = subprocess.Popen(
        ["qemu-system-x86_64", "-machine", "q35,accel=tcg", "-cpu", "max", "-m", "512", "-nic", "none"]
        + ["-nographic", "-no-reboot", "-kernel", kernel(), "-initrd", boot]
        + ["-append", "console=ttyS0 quiet mitigations=off nokaslr audit=0 random.trust_cpu=on panic=-1"]
        # What the guest has sent to its disk stays; what only its memory holds is lost.
        + [word for file in (image, *sticks) for word in ("-drive", f"file={file},if=virtio,format=raw,cache=writethrough")]
        + ["-virtfs", "local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap", *devices],
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
