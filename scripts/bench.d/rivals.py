"""What Debian offers for asking Modbus devices: whether it is here, and pymodbus and collectd as processes of their own."""

import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

from agent import running
from place import PEERS, Missing

PYTHON = "/usr/bin/python3"  # Debian's own: pymodbus is a package of its
COLLECTD = "/usr/sbin/collectd"
PLUGINS = Path("/usr/lib/collectd")
COLLECTED = """
Hostname "house"
FQDNLookup false
BaseDir "{place}"
PIDFile "{place}/collectd.pid"
PluginDir "{plugins}"
TypesDB "/usr/share/collectd/types.db"
Interval 1
ReadThreads 1
WriteThreads 1
LoadPlugin modbus
LoadPlugin csv
<Plugin csv>
  DataDir "{place}/csv"
</Plugin>
<Plugin modbus>
{data}
  <Host "slave">
    Address "127.0.0.1"
    Port "{port}"
    Interval 1
    <Slave 1>
      Instance "house"
{chosen}
    </Slave>
  </Host>
</Plugin>
"""
DATUM = '  <Data "r{address}">\n    RegisterBase {address}\n    RegisterType Uint16\n    RegisterCmd ReadHolding\n    Type gauge\n    Instance "r{address}"\n  </Data>'
CHOICE = '      Collect "r{address}"'


def demand(*wanted):
    """Those of pymodbus, mbpoll and collectd that are wanted have to be here."""
    here = {"pymodbus": has_pymodbus, "mbpoll": lambda: shutil.which("mbpoll"), "collectd": lambda: (PLUGINS / "modbus.so").exists()}
    packages = {"pymodbus": "python3-pymodbus python3-serial-asyncio", "mbpoll": "mbpoll", "collectd": "collectd-core"}
    missing = [packages[name] for name in wanted if not here[name]()]
    if missing:
        raise Missing(f"for the peers: sudo apt install --no-install-recommends {' '.join(missing)}; none has to run")


def has_pymodbus():
    told = subprocess.run([PYTHON, "-c", "import pymodbus.client"], capture_output=True, check=False)
    return told.returncode == 0


def python(name, *words):
    """The command that runs peer/NAME.py with Debian's Python."""
    return [PYTHON, "-B", PEERS / f"{name}.py", *(str(word) for word in words)]


@contextmanager
def collectd(place, port, first, registers):
    """It asks for one register at a time, and writes each value to a CSV file of its own."""
    addresses = range(first, first + registers)
    data, chosen = ("\n".join(form.format(address=each) for each in addresses) for form in (DATUM, CHOICE))
    config = place / "collectd.conf"
    config.write_text(COLLECTED.format(place=place, plugins=PLUGINS, port=port, data=data, chosen=chosen))
    with running([COLLECTD, "-f", "-C", config], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        yield process


def collected(place):
    """How many registers collectd has written down so far."""
    return sum(len(file.read_text().splitlines()) > 1 for file in (place / "csv").rglob("gauge-*"))
