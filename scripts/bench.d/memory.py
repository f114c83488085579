"""How much memory the agent keeps, with few and with many browsers."""

import time

import process
from agent import agent, virtual_pump
from browser import browsers
from figures import Row

MODEL = "nibe-s1255"
FEW, MANY = 3, 32


def measure(pace):
    with virtual_pump(MODEL) as port, agent(MODEL, port) as started:
        started.first_page()
        with browsers(started.port, FEW):
            time.sleep(pace.settle)
            early = process.memory(started.pid)
            time.sleep(pace.warm - pace.settle)
            few = process.memory(started.pid)
            threads = process.threads(started.pid)
            with browsers(started.port, MANY - FEW) as more:
                time.sleep(pace.crowd)
                many = process.memory(started.pid)
                kept = sum(tab.is_open for tab in more) + FEW
            classes = process.classes(started.pid)
    return [
        *rows(f"after {pace.settle} s, {FEW} browsers", early),
        *rows(f"after {pace.warm} s, {FEW} browsers", few),
        *rows(f"{pace.crowd} s later, {kept} browsers", many),
        Row(f"threads, {FEW} browsers", [threads], "", None, 0),
        Row("classes", [classes], "", None, 0),
    ]


def rows(when, sizes):
    resident, anonymous, file_backed = sizes
    return [
        Row(f"resident, {when}", [resident], "MiB", 80),
        Row(f"of it anonymous, {when}", [anonymous], "MiB", 42),
        Row(f"of it files, {when}", [file_backed], "MiB"),
    ]
