"""Backup jobs of the whole product on real FAT, exFAT and ext4 sticks that are full, read-only and pulled, in a small Linux."""

import re
import sys
from pathlib import Path

import emulated
import guest
from figures import Row
from place import folder

SYSTEMS = ("vfat", "nls_cp437", "nls_ascii", "nls_utf8", "exfat")
STICK = 48 << 20
SAID = re.compile(r"MEDIA .*\S")


def measure(pace):
    emulated.demand_tools()
    told = []
    with folder() as place:
        life = f"{sys.executable} {Path(__file__).with_name('guest_media.py')} {pace.seed} {pace.pulls}"
        boot, image = emulated.initrd(life, place, SYSTEMS), guest.disk(place)
        stick = place / "stick.img"
        with open(stick, "wb") as file:
            file.truncate(STICK)
        with emulated.powered(image, boot, stick) as machine:
            for line in machine.stdout:
                said = SAID.search(line)  # what the machine itself prints may stand before it
                if said:
                    told.append(said[0])
                    print(said[0], file=sys.stderr, flush=True)
                if told and told[-1] == "MEDIA done":
                    break
    if not told or told[-1] != "MEDIA done":
        raise RuntimeError("the guest did not come to its end; it last said: " + " / ".join(told[-3:]))
    ok = sum(" ok: " in line for line in told)
    systems = ", ".join(sorted({line.split()[1] for line in told if " ok: " in line}))
    pulls = sum(" pulled " in line and " ok: " in line for line in told)
    wrong = [line for line in told if "WRONG" in line or "broken off" in line]
    return [
        Row(f"runs on media in trouble, {systems}, told as they were", [ok], "", None, 0),
        Row("of these with the medium pulled, in the middle or just after", [pulls], "", None, 0),
        Row("told better than they were, or a good snapshot lost", [len(wrong)], "", 0, 0),
    ]
