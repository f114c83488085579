"""The least that polls with pymodbus on TCP, for ever: poller.py PORT FIRST REGISTERS PER-REQUEST. Each second all of them."""

import sys
import time

from pymodbus.client import ModbusTcpClient

port, first, registers, per_request = (int(word) for word in sys.argv[1:])
line = ModbusTcpClient("127.0.0.1", port=port)
if not line.connect():
    raise SystemExit(f"nothing listens on port {port}")
due = time.monotonic()
while True:
    for address in range(first, first + registers, per_request):
        answer = line.read_holding_registers(address, min(per_request, first + registers - address), slave=1)
        if answer.isError():
            raise SystemExit(f"read {address}: {answer}")
    due += 1
    time.sleep(max(0, due - time.monotonic()))
