"""The least that makes given requests with pymodbus on a serial line, asked over standard input as scanner.c is.

scanner.py PATH:BAUD
Line in:   SCANS REQUEST,REQUEST… such as: 5 holding 3-12,input 7
Lines out: the milliseconds of each scan, from the end of the one before, then the requests.
pymodbus keeps the silence between question and question itself.
"""

import sys
import time

from pymodbus.client import ModbusSerialClient

READS = {"holding": "read_holding_registers", "input": "read_input_registers", "coil": "read_coils", "discrete": "read_discrete_inputs"}


def scan(line, requests):
    for request in requests.split(","):
        space, addresses = request.split()
        first, _, last = addresses.partition("-")
        answer = getattr(line, READS[space])(int(first), int(last or first) - int(first) + 1, slave=1)
        if answer.isError():
            raise SystemExit(f"read {request}: {answer}")


def main():
    path, baud = sys.argv[1].rsplit(":", 1)
    line = ModbusSerialClient(path, baudrate=int(baud), bytesize=8, parity="N", stopbits=1, timeout=2)
    if not line.connect():
        raise SystemExit(f"{path} can not be opened")
    print("ready", flush=True)
    for asked in sys.stdin:
        scans, requests = asked.strip().split(" ", 1)
        ended = time.monotonic()
        for _ in range(int(scans)):
            scan(line, requests)
            now = time.monotonic()
            print((now - ended) * 1000)
            ended = now
        print(requests, flush=True)


main()
