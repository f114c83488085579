"""Wires between an agent and its pumps that can be cut, silent, late or noisy."""

import heapq
import os
import random
import select
import socket
import time
import tty
from threading import Thread

MODES = ("cut", "silent", "late", "torn")
NOISE = "garbled"  # for a wire with checksums; Modbus TCP has none
LATEST = 0.25  # seconds: more than the agent waits


class Wire(Thread):
    """Takes one caller at a time at its port, and passes on what either side says."""

    def __init__(self, seed):
        super().__init__(daemon=True)
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        self.chance = random.Random(seed)
        self.mode = "well"
        self.caller = None
        self.waiting = []
        self.is_over = False
        self.start()

    def run(self):
        while not self.is_over:
            ends = [end for end in (self.door, self.caller, self.far()) if end is not None]
            wait = max(0, self.waiting[0][0] - time.monotonic()) if self.waiting else 0.05
            heard = select.select(ends, [], [], min(wait, 0.05))[0]
            try:
                self.pass_on(heard)
            except OSError:
                self.hang_up()

    def pass_on(self, heard):
        if self.mode == "cut":
            self.hang_up()
        if self.door in heard:
            self.hang_up()
            self.caller = self.door.accept()[0]
            self.caller.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.reach()
            return
        if self.caller in heard and self.caller is not None:
            said = self.caller.recv(4096)
            if not said:
                raise ConnectionResetError
            self.ask(said)
        if self.far() is not None and self.far() in heard:
            self.answer(self.hear())
        while self.waiting and self.waiting[0][0] <= time.monotonic():
            self.caller_hears(heapq.heappop(self.waiting)[1])

    def answer(self, said):
        if self.mode == "silent":
            return
        if self.mode == "late":
            heapq.heappush(self.waiting, (time.monotonic() + self.chance.uniform(0, LATEST), said))
        elif self.mode == "torn":
            self.caller_hears(said[: self.chance.randrange(len(said))])
            raise ConnectionResetError
        elif self.mode == NOISE:
            self.caller_hears(self.noisy(said))
        else:
            self.caller_hears(said)

    def noisy(self, said):
        """One or two bits are turned round, which a checksum always finds."""
        damaged = bytearray(said)
        for place in self.chance.sample(range(8 * len(said)), self.chance.choice((1, 2))):
            damaged[place // 8] ^= 1 << place % 8
        return bytes(damaged)

    def caller_hears(self, said):
        if self.caller is not None:
            self.caller.sendall(said)

    def hang_up(self):
        self.waiting = []
        if self.caller is not None:
            self.caller.close()
            self.caller = None


class TcpWire(Wire):
    """To a pump on Modbus TCP."""

    def __init__(self, port, seed):
        self.pump_port, self.pump = port, None
        super().__init__(seed)

    def far(self):
        return self.pump

    def reach(self):
        self.pump = socket.create_connection(("127.0.0.1", self.pump_port), 5)
        self.pump.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, said):
        self.pump.sendall(said)

    def hear(self):
        said = self.pump.recv(4096)
        if not said:
            raise ConnectionResetError
        return said

    def hang_up(self):
        super().hang_up()
        if self.pump is not None:
            self.pump.close()
            self.pump = None


class SerialWire(Wire):
    """To a pump at the serial side of a transparent server."""

    def __init__(self, seed):
        self.near, self.pump_end = os.openpty()
        tty.setraw(self.pump_end)
        self.path = os.ttyname(self.pump_end)
        super().__init__(seed)

    def far(self):
        return self.near

    def reach(self):
        pass

    def ask(self, said):
        os.write(self.near, said)

    def hear(self):
        time.sleep(0.002)  # an answer comes in pieces
        return os.read(self.near, 4096)
