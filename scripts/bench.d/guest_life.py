"""Runs inside the guest: a virtual pump, the agent at it, and each second what its store says of itself."""

import json
import subprocess
import sys
import time
import urllib.request
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
                store = said()
                print("STORE", time.time(), store, flush=True)
                time.sleep(1)


def said():
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=10) as answer:
            checks = json.load(answer)["checks"]
    except OSError as failure:
        return f"no answer: {failure}"
    return next((check["cause"] for check in checks if check["name"] == "store"), "no line about the store")


if __name__ == "__main__":
    main(int(sys.argv[1]))
