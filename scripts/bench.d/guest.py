"""What any small Linux for measuring needs: this machine's files, read-only, one disk of its own, and a command it becomes."""

import os
import shutil
import subprocess

from place import Missing

TOOLS = {"busybox": "busybox-static", "mkfs.ext4": "e2fsprogs", "cpio": "cpio"}


def demand_tools(more):
    missing = sorted(package for tool, package in (TOOLS | more).items() if shutil.which(tool, path=paths()) is None)
    if missing:
        raise Missing(f"for a guest: sudo apt install {' '.join(missing)}")


def paths():
    return os.environ["PATH"] + ":/usr/sbin:/sbin"


def tool(*words, **more):
    return subprocess.run(words, check=True, env=os.environ | {"PATH": paths()}, **more)


def packed(init, folder, modules=()):
    """What a guest boots: busybox, that first program, and the modules it loads."""
    root = folder / "initrd"
    for name in ("bin", "modules", "root", "proc", "dev"):
        (root / name).mkdir(parents=True)
    shutil.copy(shutil.which("busybox", path=paths()), root / "bin" / "busybox")
    (root / "bin" / "sh").symlink_to("busybox")
    for file in modules:
        shutil.copy(file, root / "modules")
    (root / "init").write_text(init)
    (root / "init").chmod(0o755)
    file = folder / "initrd.gz"
    tool("sh", "-c", f"cd {root} && find . | cpio --quiet -o -H newc | gzip -1 > {file}")
    return file


def disk(folder):
    image = folder / "disk.img"
    with open(image, "wb") as file:
        file.truncate(300 << 20)
    tool("mkfs.ext4", "-q", "-F", image)
    return image


def files_after(image, folder, path="/"):
    """Repairs the disk as a start does, and takes what is on it under the path; returns the folder it is in."""
    repaired = subprocess.run(["e2fsck", "-p", image], env=os.environ | {"PATH": paths()}, capture_output=True, text=True)
    if repaired.returncode > 1:
        raise RuntimeError(f"e2fsck ended with {repaired.returncode}: {repaired.stdout}")
    out = folder / "after"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    tool("debugfs", "-R", f"rdump {path} {out}", image, capture_output=True)
    return out
