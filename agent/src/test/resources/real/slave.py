#!/usr/bin/python3
"""A Modbus slave of foreign make (pymodbus) that the tests steer over standard input.

slave.py tcp HOST:PORT UNIT          slave.py rtu DEVICE BAUD UNIT

Lines in:  set KIND ADDRESS VALUE    (KIND: input, holding, coil, discrete; VALUE 0..65535)
           fill KIND FROM TO VALUE
           forget KIND ADDRESS       (from now on the address answers with exception 2)
           name VENDOR|PRODUCT|VERSION   (what it says to function 43 type 14)
Lines out: ready, then ok after each line in.
"""
import asyncio
import logging
import sys
import threading

from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext, ModbusSparseDataBlock
from pymodbus.device import ModbusControlBlock
from pymodbus.server import StartAsyncSerialServer, StartAsyncTcpServer
from pymodbus.transaction import ModbusRtuFramer

logging.disable(logging.CRITICAL)
KINDS = {"discrete": "d", "coil": "c", "input": "i", "holding": "h"}
blocks = {short: ModbusSparseDataBlock({0xFFFF: 0}) for short in KINDS.values()}


def steer():
    for line in sys.stdin:
        if line.startswith("name "):
            texts = line.strip()[5:].split("|")
            ModbusControlBlock().Identity.update(dict(enumerate(texts)))
            print("ok", flush=True)
            continue
        verb, kind, *numbers = line.split()
        numbers = [int(number) for number in numbers]
        values = blocks[KINDS[kind]].values
        if verb == "set":
            values[numbers[0]] = numbers[1]
        elif verb == "fill":
            values.update({address: numbers[2] for address in range(numbers[0], numbers[1] + 1)})
        else:
            values.pop(numbers[0], None)
        print("ok", flush=True)


def begin():
    print("ready", flush=True)
    threading.Thread(target=steer, daemon=True).start()


async def main():
    unit = int(sys.argv[-1])
    slave = ModbusSlaveContext(
        di=blocks["d"], co=blocks["c"], ir=blocks["i"], hr=blocks["h"], zero_mode=True)
    context = ModbusServerContext(slaves={unit: slave}, single=False)
    if sys.argv[1] == "tcp":
        host, port = sys.argv[2].split(":")
        server = await StartAsyncTcpServer(
            context=context, address=(host, int(port)), defer_start=True, allow_reuse_address=True)
    else:
        server = await StartAsyncSerialServer(
            context=context, framer=ModbusRtuFramer, port=sys.argv[2], baudrate=int(sys.argv[3]),
            parity="N", timeout=0.01, defer_start=True)
    asyncio.get_running_loop().call_later(0.05, begin)
    await (server.serve_forever() if sys.argv[1] == "tcp" else server.start())
    await asyncio.Event().wait()


asyncio.run(main())
