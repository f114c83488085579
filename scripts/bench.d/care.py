"""What people do to the appliance besides cutting its power: somebody at its console, a stick pulled, another address, a version that does not work."""

import re
import socket
import subprocess
import time

import guest
import usermode
from debian import PATIENCE, switched_on
from figures import Row
from powercut import look

MODULE = "kernel/drivers/net/dummy.ko"  # a device for NetworkManager; the guest has no other
OFFERED = ("ALL IS WELL", "help lists the commands")
VARIANTS = {"failing": 1, "refusing": 78}  # how each ends whenever it is started
GOING = "/var/lib/pumphouse-previous/going-back"


def module():
    """For the kernel of the guest, which is not that of its Debian."""
    return next((usermode.KERNEL / "usr" / "lib" / "uml" / "modules").iterdir()) / MODULE


def tended(image, place, line):
    """A session at the serial console, a backup onto a stick that is then ejected, an address on trial; each by the service's own user."""
    stick = place / "stick.img"
    with open(stick, "wb") as file:
        file.truncate(64 << 20)
    guest.tool("mkfs.ext4", "-q", "-F", stick)
    desk, port = socket.socketpair()
    with desk, port, switched_on(image, place, line, port, stick) as machine:
        machine.await_active(machine.born)
        rows = [session(desk), ejected(machine), addressed(machine)]
        machine.off()
    return rows


def session(desk):
    began = time.time()
    typed(desk, "", OFFERED[0], OFFERED[1])
    took = time.time() - began
    typed(desk, "read house outdoor_temp", "0[.]0 °C +value")
    typed(desk, "line house", "asked")
    typed(desk, "wacth house", "did you mean watch")
    typed(desk, "exit", "press Enter")
    time.sleep(1)  # as a person does: a key pressed in the very moment of the goodbye still belongs to the session that ends
    typed(desk, "", OFFERED[0])
    return Row("serial console: Enter to its first screen", [took], "s", None, 1)


def typed(desk, words, *awaited):
    """Types a line, and reads until all that is awaited was said, in that order."""
    desk.settimeout(PATIENCE)
    desk.sendall(words.encode() + b"\r")
    heard = b""
    pattern = ".*".join(awaited)
    while not re.search(pattern, text := heard.decode(errors="replace"), re.DOTALL):
        try:
            heard += desk.recv(65536)
        except TimeoutError:
            raise RuntimeError(f"console: {words!r} was not answered with {pattern!r}:\n{text}") from None


def ejected(machine):
    """udisks unmounts what root has mounted, because a rule of polkit lets the service's user ask for it."""
    machine.ask("mkdir -p /media/stick && mount /dev/ubdb /media/stick && install -d -o pumphouse -g pumphouse /media/stick/pumphouse")
    machine.ask("pumphouse jobs create own type=snapshot destination=/media/stick/pumphouse && pumphouse jobs start own")
    machine.until("pumphouse jobs runs", "succeeded, verified")
    held = machine.ask("(cd /media/stick && exec sleep 600) & pumphouse backups eject own; kill $!", may_fail=True)
    if "is still mounted" not in held:
        raise RuntimeError(f"a stick in use was let go:\n{held}")
    began = time.time()
    told = machine.ask("pumphouse backups eject own")
    took = time.time() - began
    if "may be removed now" not in told or machine.ask("findmnt -n /media/stick", may_fail=True):
        raise RuntimeError(f"the stick is still there:\n{told}")
    machine.ask("journalctl -b -o cat -u udisks2 | grep 'Unmounted /dev/ubdb on behalf of uid '$(id -u pumphouse)")
    return Row("stick in use kept, then ejected by the service's user through udisks", [took], "s", None, 1)


def addressed(machine):
    """An address on trial, taken back; then one that stays; NetworkManager does what the service's user asks."""
    machine.ask("insmod /dummy.ko")
    machine.ask("nmcli connection add type dummy ifname eth9 ipv4.method manual ipv4.addresses 192.168.7.2/24 ipv6.method disabled && nmcli connection up dummy-eth9")
    machine.until("ip -4 addr show eth9 | cat", "192.168.7.2/24")
    began = time.time()
    for order, address in (("set eth9 192.168.7.9/24", "7.9"), ("undo", "7.2"), ("set eth9 192.168.7.10/24", "7.10"), ("confirm", "7.10")):
        machine.ask(f"pumphouse network {order}")
        machine.until("ip -4 addr show eth9 | cat", f"192.168.{address}/24")
    return Row("address set, undone, set anew and confirmed through NetworkManager", [time.time() - began], "s", None, 0)


def variant(package, place, name, code):
    """The package as a later version that ends with that code whenever it is started."""
    tree = place / "tree"
    guest.tool("dpkg-deb", "--raw-extract", package, tree)
    control = tree / "DEBIAN" / "control"
    control.write_text(re.sub(r"(?m)^(Version: .*)$", rf"\1+{name}", control.read_text()))
    for file, end in (("usr/lib/pumphouse/archive", 1), ("usr/bin/pumphouse", code)):
        (tree / file).write_text(f"#!/bin/sh\nexit {end}\n")
    made = place / f"{name}.deb"
    guest.tool("dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, made, stdout=subprocess.DEVNULL)
    guest.tool("rm", "-r", tree)
    return made


def upgraded(image, place, line):
    """A later version that does not start gives way to the one before; a power cut on the way there changes nothing."""
    block, _, _ = look(guest.files_after(image, place, "/var/lib/pumphouse") / "pumphouse")
    rows = [
        Row("upgrade to a version that fails, to the one before, ready", [gone_back(image, place, line, "failing")], "s", None, 0),
        Row("the same with one that refuses its configuration", [gone_back(image, place, line, "refusing")], "s", None, 0),
        Row("power cut on the way back, then to the one before, ready", [cut_on_the_way(image, place, line)], "s", None, 0),
    ]
    after, _, sound = look(guest.files_after(image, place, "/var/lib/pumphouse") / "pumphouse")
    return [*rows, Row("files damaged, or blocks of before the upgrades lost", [int(not sound) + max(0, block - after)], "", 0, 0)]


def gone_back(image, place, line, name):
    with switched_on(image, place, line) as machine:
        version = upgrade(machine, name)
        began = time.time()
        back(machine, version)
        took = time.time() - began
        machine.off()
    return took


def cut_on_the_way(image, place, line):
    with switched_on(image, place, line) as machine:
        version = upgrade(machine, "failing")
        machine.until(f"test -e {GOING} && pgrep -x dpkg >/dev/null && dpkg-query -W -f '${{Status}}' pumphouse", "^install ok (?!installed)", 3 * PATIENCE)
        machine.cut()
    with switched_on(image, place, line) as machine:
        back(machine, version)
        took = time.time() - machine.born
        machine.off()
    return took


def upgrade(machine, name):
    """To a version that does not start; returns the one before."""
    machine.await_active(machine.born)
    version = machine.ask("dpkg-query -W -f '${Version}' pumphouse")
    machine.ask(f"setsid dpkg -i /{name}.deb >/var/log/upgrade.log 2>&1 &")
    machine.until("dpkg-query -W -f '${Version}' pumphouse", f"[+]{name}$", 3 * PATIENCE)
    return version


def back(machine, version):
    machine.until("dpkg-query -W -f '${Status} ${Version}' pumphouse", f"^install ok installed {re.escape(version)}$", 3 * PATIENCE)
    machine.until(f"test -e {GOING} || echo done", "done", 3 * PATIENCE)
    machine.await_active(machine.born)
