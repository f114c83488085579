#!/usr/bin/python3
"""Whoever spoils a serial line.  nuisance.py DEVICE MODE

garbage   answers every question with bytes that make no frame
checksum  answers every question with the right frame and a wrong checksum
stranger  answers well, and holds a conversation with unit 5 in between
"""
import os
import struct
import sys
import time
import tty


def framed(body):
    crc = 0xFFFF
    for byte in body:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return body + struct.pack("<H", crc)


def answered(question):
    """Twenty degrees everywhere: a pump of which everything is zero would first be looked for at other addresses."""
    unit, function, _, count = struct.unpack(">BBHH", question[:6])
    return framed(bytes([unit, function, 2 * count]) + struct.pack(">H", 200) * count)


MODES = {
    "garbage": lambda question: bytes([0x00, 0xFE, 0xC0, 0x80, 0xFF]),
    "checksum": lambda question: answered(question)[:-1] + b"\x00",
    "stranger": answered,
}

line = os.open(sys.argv[1], os.O_RDWR | os.O_NOCTTY)
tty.setraw(line)
answer = MODES[sys.argv[2]]
print("ready", flush=True)
heard = b""
while True:
    heard += os.read(line, 256)
    if len(heard) >= 8:
        os.write(line, answer(heard))
        heard = b""
        if sys.argv[2] == "stranger":
            # After the answer was taken and before the next question: the agent pauses 1 s here.
            time.sleep(0.3)
            os.write(line, framed(bytes([5, 3, 0, 3, 0, 1])))
