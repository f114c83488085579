"""Browsers: WebSocket clients that listen, answer pings, and forget what they heard."""

import os
import selectors
import socket
import threading
from contextlib import contextmanager

PING, PONG = 0x9, 0xA
MASKED = 0x80


@contextmanager
def browsers(port, count):
    """Keeps so many of them open."""
    tabs = [Tab(port) for _ in range(count)]
    stop = threading.Event()
    listener = threading.Thread(target=listen, args=(tabs, stop), daemon=True)
    listener.start()
    try:
        yield tabs
    finally:
        stop.set()
        listener.join()
        for tab in tabs:
            tab.line.close()


def demand_open(tabs):
    """A crowd of whom some have gone would be a lie."""
    gone = sum(not tab.is_open for tab in tabs)
    if gone:
        raise RuntimeError(f"{gone} of {len(tabs)} browsers were hung up on")


def listen(tabs, stop):
    ready = selectors.DefaultSelector()
    for tab in tabs:
        ready.register(tab.line, selectors.EVENT_READ, tab)
    while not stop.is_set():
        for key, _ in ready.select(0.5):
            if not key.data.hear():
                ready.unregister(key.fileobj)


class Tab:
    """One open page's socket."""

    def __init__(self, port):
        self.line = socket.create_connection(("127.0.0.1", port))
        self.line.sendall(
            (
                f"GET /ws/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: cHVtcGhvdXNlIGJlbmNoIQ==\r\n\r\n"
            ).encode()
        )
        self.unread = b""
        while b"\r\n\r\n" not in self.unread:
            self.unread += self.line.recv(4096)
        head, self.unread = self.unread.split(b"\r\n\r\n", 1)
        if b" 101 " not in head:
            raise RuntimeError(f"no live socket: {head[:80]!r}")
        self.frames = 0
        self.bytes = 0
        self.is_open = True

    def hear(self):
        """Takes what came; false once the server has hung up."""
        try:
            heard = self.line.recv(65536)
        except ConnectionError:
            heard = b""
        self.unread += heard
        self.bytes += len(heard)
        while self.take_frame():
            self.frames += 1
        self.is_open = bool(heard)
        return self.is_open

    def take_frame(self):
        if len(self.unread) < 2:
            return False
        length, start = self.unread[1] & 0x7F, 2
        if length >= 126:
            start = 4 if length == 126 else 10
            length = int.from_bytes(self.unread[2:start], "big")
        if len(self.unread) < start + length:
            return False
        if self.unread[0] & 0xF == PING:
            self.line.sendall(bytes([0x80 | PONG, MASKED]) + os.urandom(4))
        else:
            self.said(self.unread[start : start + length])
        self.unread = self.unread[start + length :]
        return True

    def said(self, payload):
        """Forgets it."""
