"""Runs inside the guest: the agent at a pump behind a USB adapter, and a laptop at the guest's own USB socket."""

import json
import os
import random
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import backup
from agent import await_port, command, running
from laptop import Laptop, until
from place import ROOT
from process import cpu_millis, threads

PORT = Path("/dev/pumphouse/0403-6001-A50285BI-if00")  # the name that our udev rule makes; there is no udev in this little system
CONSOLE = "/dev/ttyGS0"
READ = 2  # seconds between polls
DISK = Path("/mnt")
WEB = 8080
OWN = f"http://127.0.0.1:{WEB}"
USER, PASSWORD = "anna", "correct horse battery"
GADGET = ROOT / "systemd" / "pumphouse-gadget"
CONTROLLER = Path("/sys/kernel/config/usb_gadget/pumphouse/UDC")
WATCHED = ("outdoor_temp", "return_temp", "hot_water_top")
SLOW = 300  # seconds for an answer
CONFIG = f"""pumps:
  - id: house
    model: nibe-f1255
    line: {{serial: {PORT}, baud: 9600, unit: 1}}
    poll-interval: 1h
    intervals: {{{", ".join(f"{metric}: {READ}s" for metric in WATCHED)}}}
console: {{serial: {CONSOLE}}}
web: {{listen: "127.0.0.1:{WEB}"}}
"""


def main(seed, rounds):
    chance = random.Random(seed)
    subprocess.run(["mount", "-t", "configfs", "none", "/sys/kernel/config"], check=True)
    gadget("start")
    Thread(target=named, daemon=True).start()
    (DISK / "data").mkdir()
    (DISK / "pumphouse.yaml").write_text(CONFIG)
    words = command("run", "--config", DISK / "pumphouse.yaml", "--data", DISK / "data")
    with open(DISK / "agent.log", "wb") as log, running(words, stderr=log) as process:
        await_port(WEB, process).close()
        agent = SimpleNamespace(data=DISK / "data", port=WEB, process=process)
        until(lambda: (agent.data / "agent.sock").exists(), "the local socket")
        tell("serves")
        cookie = claimed(agent)
        for number in range(1, rounds + 1):
            tell("console", json.dumps(cable_pulled(cookie, chance, number)))
        tell("ready")
        while True:
            tell("seen", json.dumps(seen(process)))
            time.sleep(0.5)


def tell(*words):
    print("USB", *words, flush=True)


def named():
    """Does what udev would: the name leads to the adapter, whatever the kernel calls it today."""
    PORT.parent.mkdir()
    while True:
        there = next(iter(Path("/dev").glob("ttyUSB*")), None)
        if PORT.is_symlink() and PORT.readlink() != there:
            PORT.unlink()
        if there and not PORT.is_symlink():
            PORT.symlink_to(there)
        time.sleep(0.1)


def gadget(order):
    subprocess.run([GADGET, order], check=True)


def asked(path, cookie=""):
    question = urllib.request.Request(OWN + path, headers={"Cookie": cookie})
    with urllib.request.urlopen(question, timeout=SLOW) as answer:
        return json.load(answer)


def claimed(agent):
    """From now on whoever sits down at the console is asked who they are; returns what a browser of the owner would show."""
    words = {"code": backup.ask(agent, "claim-code").strip(), "user": USER, "password": PASSWORD}
    question = urllib.request.Request(f"{OWN}/api/v1/claim", json.dumps(words).encode(), {"Content-Type": "application/json", "Origin": OWN})
    with urllib.request.urlopen(question, timeout=SLOW) as answer:
        return answer.headers["Set-Cookie"].split(";")[0]


def seen(process):
    """The pump as the agent tells of it now, and what the agent takes."""
    pump = asked("/api/v1/pumps/house")
    readings = [each for each in asked("/api/v1/pumps/house/readings") if each["metric"] in WATCHED]
    return {
        **{name: pump[name] for name in ("link", "cause", "next")},
        "values": [(each["metric"], round(each["value"] * 10), each["age_ms"] / 1000) for each in readings if each["state"] == "value"],
        "states": [(each["metric"], each["state"], each["reason"]) for each in readings],
        "lives": process.poll() is None,
        "millis": cpu_millis(process.pid),
        "threads": threads(process.pid),
        "files": len(os.listdir(f"/proc/{process.pid}/fd")),
    }


def cable_pulled(cookie, chance, number):
    """Somebody logs in and looks, and the cable goes in the middle of a line or of an answer; what is wrong with how that is told."""
    wrong = []
    laptop = Laptop()
    came = time.monotonic()
    greeting = laptop.entered()
    answered = time.monotonic() - came
    if "login: " not in greeting:
        wrong.append("nobody is asked who they are")
    else:
        laptop.type(f"{USER}\r")
        laptop.until("password: ")
        laptop.type(f"{PASSWORD}\r")
        well = laptop.until("pumphouse> ")
        if "house" not in well:
            wrong.append(f"the first screen says nothing of the pump: {well!r}")
    login = time.monotonic() - came
    laptop.type("status\r")
    laptop.until("-- more")
    laptop.type("q")
    laptop.until("pumphouse> ")
    if at_console(cookie) != 1:
        wrong.append(f"{at_console(cookie)} sessions of the console are told of while one goes on")
    laptop.close()
    laptop = Laptop()  # the cable stays: the kernel tells the agent nothing of it
    is_kept = "login: " not in laptop.entered()
    laptop.type(typed := chance.choice(("stat", "status\r", "backups li", "watch house\r")))
    time.sleep(chance.uniform(0, 3))
    is_service = chance.random() < 0.5  # it is stopped, and the port goes with it; else the cable alone
    controller = CONTROLLER.read_text()
    if is_service:
        gadget("stop")
    else:
        CONTROLLER.write_text("\n")
    laptop.close()
    ended = until(lambda: at_console(cookie) == 0, "the end of the session")
    if is_service:
        until(lambda: CONSOLE in console()["cause"] and console()["next"], "the console's port named on the health board")
    cause = console()["cause"]
    if is_service:
        gadget("start")
    else:
        CONTROLLER.write_text(controller)
    return {"number": number, "typed": typed, "service": is_service, "answered": answered, "login": login, "kept": is_kept, "ended": ended, "cause": cause, "wrong": wrong}


def at_console(cookie):
    """How many sessions of the console are open, by the page of accounts."""
    return sum(each["address"] == CONSOLE for each in asked("/api/v1/sessions", cookie))


def console():
    return next(check for check in asked("/healthz")["checks"] if check["name"] == "console")


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]), int(sys.argv[2]))
    except Exception as trouble:
        tell("broken", repr(trouble))
        raise
