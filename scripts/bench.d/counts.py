"""What an MQTT broker has counted by itself, as it tells under $SYS."""

import socket
import struct

# What we call it, and what the broker does.
TOPICS = {
    "in": "$SYS/broker/bytes/received",
    "out": "$SYS/broker/bytes/sent",
    "packets": "$SYS/broker/messages/received",
}
CONNECT = b"\x00\x04MQTT\x04\x02\x00\x3c\x00\x05bench"  # version 3.1.1, nothing remembered, silent for a minute at most
CONNACK, PUBLISH = 2, 3


def told(port):
    """The newest count of each, which the broker keeps and gives to whoever asks."""
    with socket.create_connection(("127.0.0.1", port), 10) as line:
        stream = line.makefile("rb")
        line.sendall(packet(0x10, CONNECT))
        expect(read(stream), CONNACK)
        wanted = b"".join(text(topic) + b"\x00" for topic in TOPICS.values())
        line.sendall(packet(0x82, b"\x00\x01" + wanted))
        found = {}
        while len(found) < len(TOPICS):
            kind, body = read(stream)
            if kind == PUBLISH:
                length = struct.unpack(">H", body[:2])[0]
                found[body[2 : 2 + length].decode()] = int(body[2 + length :])
        return {name: found[topic] for name, topic in TOPICS.items()}


def expect(found, kind):
    if found[0] != kind:
        raise RuntimeError(f"the broker sends a packet of type {found[0]}, not {kind}")


def text(words):
    return struct.pack(">H", len(words)) + words.encode()


def packet(first, body):
    """None of ours is longer than 127 bytes but the subscription, which two bytes of length hold."""
    size = len(body)
    length = bytes([size]) if size < 128 else bytes([size % 128 | 128, size // 128])
    return bytes([first]) + length + body


def read(stream):
    """The type and the body of the next packet."""
    first, size, shift = stream.read(1), 0, 0
    if not first:
        raise RuntimeError("the broker hung up")
    while True:
        byte = stream.read(1)[0]
        size |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return first[0] >> 4, stream.read(size)
