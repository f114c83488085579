"""What the pumps of the soak really said, and whether what was stored and sent agrees with it."""

import csv
import re
import subprocess
import sys
from collections import Counter
from datetime import datetime

from agent import command
from eye import SLACK
from figures import Row
from place import MAPS
from powercut import look
from said import MOVING
from sink import loads

ON_ITS_WAY = 120  # simulated seconds before the end: what was stored then would be sent by the next life
NOTICED = {
    "a pump that does not answer": "link-down",
    "storing that waits": "^Commits: storing waits",
    "a clock that was set": "clock-stepped",
    "a receiver that does not take anything": "^Loop: influx .*(?:refused|closed|reset|answer)",
}
LINE = re.compile(r"^heatpump,.*?\bname=([^,]+),pump=([^,]+),register_id=([^,]+),\S* value=(\S+) (\d+)000000$")


def judge(house):
    stored = {pump: exported(house, pump) for pump in house.models}
    wrong, values = Counter(), {}
    for pump, rows in stored.items():
        limits, last = ranges(house.models[pump]), {}
        for row in rows:
            at, register = datetime.fromisoformat(row["time"]).timestamp(), row["register"]
            wrong["twice"] += at == last.get(register)
            wrong["unordered"] += at < last.get(register, 0)
            last[register] = at
            if row["state"] == "value":
                values[pump, register, round(at * 1000)] = value = float(row["value"])
                wrong["outside"] += is_outside(value, *limits[register])
                wrong["false"] += pump == "foreign" and row["metric"] in MOVING and is_false(house, row, at)
    reasons = sum(row["state"] != "value" for rows in stored.values() for row in rows)
    return [
        Row("samples stored", [sum(map(len, stored.values()))], "", None, 0),
        Row("of these no values, but reasons", [reasons], "", None, 0),
        Row("stored twice / out of order / outside their range", [wrong["twice"] + wrong["unordered"] + wrong["outside"]], "", 0, 0),
        Row("stored, and the pump did not say so at that time", [wrong["false"]], "", 0, 0),
        *received(house, values),
        Row("databases damaged, or found so by the doctor", [damage(house)], "", 0, 0),
        Row("lines of stacks in the log", [stacks(house)], "", 0, 0),
        *(Row(f"the log tells of {what}", [count], "times", None, 0) for what, count in noticed(house).items()),
    ]


def is_outside(value, low, high):
    return (low is not None and value < low) or (high is not None and value > high)


def is_false(house, row, at):
    if house.said.between(int(row["raw"]), at - SLACK, at + SLACK):
        return False
    print("WRONG:", row, "the pump said so at", house.said.when(int(row["raw"])), file=sys.stderr, flush=True)
    return True


def exported(house, pump):
    words = ["export", "--config", house.config, "--data", house.data, "--from", "2026-01-01T00:00:00Z", "--to", "2100-01-01T00:00:00Z", pump]
    told = subprocess.run(command(*words), stdout=subprocess.PIPE, text=True, check=True).stdout
    return list(csv.DictReader(told.splitlines()))


def ranges(model):
    with open(MAPS / f"{model}.csv", encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["id"]: tuple(float(row[end]) if row[end] else None for end in ("min", "max")) for row in rows}


def received(house, values):
    got, again, other = {}, 0, 0
    for load in loads(house.received):
        for line in load:
            told = LINE.match(line)
            if told is None:
                other += 1
                continue
            key = (told[2], told[3], int(told[5]))
            again += key in got
            other += key in got and got[key] != float(told[4])
            got[key] = float(told[4])
    lost = [key for key in values if key not in got and key[2] < (house.ended - ON_ITS_WAY) * 1000]
    more = [key for key in got if values.get(key) != got[key]]
    for what, keys in (("not received", lost), ("received otherwise", more)):
        if keys:
            print(f"WRONG: {what}: {len(keys)}, such as {keys[:5]}", file=sys.stderr, flush=True)
    return [
        Row("values received", [len(got)], "", None, 0),
        Row("of these sent again after a kill or an outage", [again], "", None, 0),
        Row(f"stored and not received {ON_ITS_WAY} simulated seconds before the end", [len(lost)], "", 0, 0),
        Row("received and stored otherwise, or not at all", [len(more) + other], "", 0, 0),
    ]


def damage(house):
    """Both files must be sound by SQLite's own word, and by the doctor's, who reads them through."""
    _, _, sound = look(house.data)
    told = subprocess.run(command("doctor", "--config", house.config, "--data", house.data), stdout=subprocess.PIPE, text=True).stdout
    well = re.findall(r"^well +file (?:readings|ledger)\.db +sound", told, re.M)
    if len(well) < 2:
        print("DOCTOR", told, file=sys.stderr, flush=True)
    return int(not sound) + 2 - len(well)


def log_of(house):
    return (house.place / "agent.log").read_text(errors="replace")


def stacks(house):
    """Each is a bug; shown with what stands before it."""
    lines = log_of(house).splitlines()
    places = [place for place, line in enumerate(lines) if re.match(r"\s+at ", line)]
    for place in places:
        print("LOG", *lines[place - 2 : place + 1] if place - 1 not in places else [lines[place]], sep="\n", file=sys.stderr, flush=True)
    return len(places)


def noticed(house):
    """A bench whose troubles do not arrive would prove nothing: how often the log tells of each kind."""
    log = log_of(house)
    return {what: len(re.findall(pattern, log, re.M)) for what, pattern in NOTICED.items()}
