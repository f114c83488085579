"""What ten thousand malformed requests and frames do to the agent: nothing, it should be."""

import random
import socket
import urllib.request
from contextlib import closing

import process
from agent import agent, virtual_pump
from figures import Row

MODEL = "nibe-s1255"
TELLTALES = [b"Exception", b"\tat ", b"org.eclipse", b"io.javalin", b"io.pumphouse", b"HTTP/1.1 500"]
UPGRADE = (
    b"GET /ws/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)
METHODS = [b"GET", b"POST", b"PUT", b"PATCH", b"DELETE", b"TRACE", b"OPTIONS", b"G ET", b""]
PATHS = [
    b"/", b"/account", b"/account/users", b"/api/v1/users", b"/api/v1/claim", b"/login", b"*", b"/\x00",
    b"/api/v1/pumps/house/write", b"/api/v1/pumps/house/registers/x/decode?words=%00",
    b"/assets/..%2f..%2fetc%2fpasswd", b"//evil.example/", b"/%c0%ae/", b"http://evil.example/",
]
VERSIONS = [b"HTTP/1.1", b"HTTP/1.0", b"HTTP/2.0", b"HTTP/9", b"ICY", b""]
HEADERS = [
    b"Content-Length: 5\r\nContent-Length: 6\r\n", b"Content-Length: -1\r\n", b"Content-Length: 99999999999999999999\r\n",
    b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", b"Content-Type: application/json\r\nContent-Length: 7\r\n",
    b"Cookie: ;;;=\"\r\n", b"Authorization: Bearer \x01\r\n", b"Host: evil.example\r\n", b" folded: line\r\n",
    b"X: " + b"x" * 9000 + b"\r\n", b"A: b\r\n" * 1500, b"Expect: 200-ok\r\n",
]
BODIES = [b"", b'{"metric":', b"[" * 9000, b"user=%zz&password=%u0000", b"5\r\nabc", b"FFFFFFFFFFFFFFFF\r\n", b"\xff\xfe\x00"]


def measure(pace):
    rng = random.Random(pace.seed)
    with virtual_pump(MODEL) as port, agent(MODEL, port) as started:
        started.first_page()
        quiet = process.memory(started.pid)[0]
        tales = send(started, rng, pace.mischief)  # fills the heap to its bound, loads classes that stay
        before = process.memory(started.pid)[0], process.threads(started.pid)
        tales += send(started, rng, pace.mischief)
        after = process.memory(started.pid)[0], process.threads(started.pid)
        with urllib.request.urlopen(f"http://127.0.0.1:{started.port}/healthz") as answer:
            alive = answer.status
        changed = (started.data / "access.yaml").exists()
    return [
        Row(f"twice {pace.mischief} requests and frames, seed {pace.seed}: told of our insides", [tales], "times", 0, 0),
        Row("dead afterwards, or claimed", [int(alive != 200) + int(changed)], "", 0, 0),
        Row("threads more after the second than after the first", [after[1] - before[1]], "", 4, 0),
        Row("resident memory more after the first than before", [before[0] - quiet], "MiB"),
        Row("resident memory more after the second than after the first", [after[0] - before[0]], "MiB", 2),
    ]


def send(started, rng, count):
    """Sends so many; returns how many answers told of our insides."""
    return sum(any(tale in answer(started.port, rng) for tale in TELLTALES) for _ in range(count))


def answer(port, rng):
    heard = b""
    try:
        with closing(socket.create_connection(("127.0.0.1", port), 10)) as line:
            if rng.randrange(4) == 0:
                line.sendall(UPGRADE)
                heard += line.recv(4096)
                line.sendall(b"".join(frame(rng) for _ in range(rng.randrange(1, 6))))
            else:
                line.sendall(request(rng))
            line.shutdown(socket.SHUT_WR)
            while piece := line.recv(65536):
                heard += piece
    except OSError:
        pass  # hung up on: as good an answer as any
    return heard


def request(rng):
    kind = rng.randrange(4)
    if kind == 0:
        return rng.randbytes(rng.randrange(1, 400))
    host = b"Host: 127.0.0.1\r\n" if rng.randrange(4) else b""
    whole = b" ".join([rng.choice(METHODS), rng.choice(PATHS), rng.choice(VERSIONS)]) + b"\r\n" + host
    whole += rng.choice(HEADERS) + rng.choice(HEADERS) + b"\r\n" + rng.choice(BODIES)
    return whole[: rng.randrange(len(whole))] if kind == 1 else whole


def frame(rng):
    payload = rng.randbytes(rng.randrange(130)) if rng.randrange(2) else b'{"type":"' + rng.choice(BODIES)
    told = rng.randrange(1 << 16) if rng.randrange(8) == 0 else len(payload)
    mask = 0x80 if rng.randrange(4) else 0
    if told < 126:
        length = bytes([mask | told])
    else:
        length = bytes([mask | 126]) + told.to_bytes(2, "big")
    return bytes([rng.randrange(256)]) + length + (bytes(4) if mask else b"") + payload
