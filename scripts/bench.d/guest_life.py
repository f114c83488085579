"""Runs inside the guest: a virtual pump, the agent at it, and each second what its store says of itself, and the newest reading there is."""

import json
import subprocess
import sys
import time
import urllib.request
from datetime import datetime
from pathlib import Path

from agent import command, running, virtual_pump

MODEL = "nibe-s1255"
DISK = Path("/mnt")
PORT = 8080


def main(commit_seconds):
    DISK.joinpath("data").mkdir(exist_ok=True)
    config = DISK / "pumphouse.yaml"
    with virtual_pump(MODEL) as pump:
        config.write_text(
            f'pumps:\n  - id: house\n    model: {MODEL}\n    line: {{tcp: "127.0.0.1:{pump}"}}\n    poll-interval: 1s\n'
            f'store: {{commit-interval: {commit_seconds}s}}\nweb: {{listen: "127.0.0.1:{PORT}"}}\n'
        )
        words = command("run", "--config", config, "--data", DISK / "data")
        with running(words, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT):
            while True:
                asked_at, store, reading = time.time(), said(), newest()
                print("STORE", asked_at, store, "NEWEST", time.time(), reading, flush=True)
                time.sleep(1)


def said():
    try:
        checks = asked("/healthz")["checks"]
    except OSError as failure:
        return f"no answer: {failure}"
    return next((check["cause"] for check in checks if check["name"] == "store"), "no line about the store")


def newest():
    """When it was taken, in seconds; 0 if there is none."""
    try:
        readings = asked("/api/v1/pumps/house/readings")
    except OSError:
        return 0
    return max((datetime.fromisoformat(reading["at"]).timestamp() for reading in readings if "at" in reading), default=0)


def asked(path):
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=10) as answer:
        return json.load(answer)


if __name__ == "__main__":
    main(int(sys.argv[1]))
