#!/usr/bin/python3
"""A Husdata H60/H66 as its web server shows it, that the tests steer over standard input.

gateway.py PORT

Lines in:  set ID VALUE     (VALUE is JSON: -26, null, "x")
           forget ID
           cable VERSION    (what /status says as H1ver)
           act HOW          (well, empty, drip, cut, short, oops, garbage, huge, mute, chunks, close)
Lines out: ready, then ok after each line in.

The numbers are from a gateway at an IVT (Lauri-Iivarinen/husdata-dashboard-v2, backend/util/constants.py).
"""
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

numbers = {
    "0001": 224, "0002": -483, "0003": 224, "0004": 224, "0005": 63, "0006": 76, "0007": -26, "0008": -483,
    "0009": -483, "000A": 482, "000B": 315, "3104": 0, "0107": 225, "0111": 480, "0203": 200, "2204": 50,
    "2205": 19, "0207": 6, "0208": 480, "020B": 40, "7209": 0, "1215": 1, "1233": 0, "020A": 250, "2210": 0,
    "1A01": 0, "1A02": 0, "1A03": 0, "1A04": 0, "1A05": 1, "1A06": 1, "1A07": 0, "1A20": 0, "BA91": 210,
    "6C55": 0, "6C56": 107260, "6C58": 11930, "6C59": 2020,
}
state = {"cable": "0032", "act": "well"}
over = threading.Event()


class Gateway(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path == "/status":
            self.page(json.dumps({"status": {"H1ver": state["cable"], "wifi": -61}, "ver": ["H66", 2]}))
        elif self.path == "/api/alldata":
            getattr(self, state["act"])(json.dumps(numbers, separators=(",", ":")))
        else:
            self.page("not found", 404)

    def page(self, body, status=200, length=None):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body.encode())

    def well(self, body):
        self.page(body)

    def empty(self, _):
        self.page("{}")

    def short(self, body):
        self.page(body[: len(body) // 2])

    def cut(self, body):
        self.page(body[: len(body) // 2], length=len(body))
        self.close_connection = True

    def oops(self, _):
        self.page("out of memory", 500)

    def garbage(self, _):
        self.page("<html><body>Log in</body></html>")

    def close(self, body):
        self.wfile.write(("HTTP/1.0 200 OK\r\n\r\n" + body).encode())
        self.close_connection = True

    def chunks(self, body):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for at in range(0, len(body), 100):
            piece = body[at : at + 100]
            self.wfile.write(f"{len(piece):x}\r\n{piece}\r\n".encode())
        self.wfile.write(b"0\r\n\r\n")
        self.close_connection = True

    def huge(self, _):
        self.pour(b'{"a":"', b"x" * 4096, 0)

    def drip(self, body):
        self.pour(b"", b" ", 0.1)

    def mute(self, _):
        over.wait(60)

    def pour(self, first, piece, pause):
        """Goes on until the other end has had enough."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + first)
        try:
            while not over.wait(pause):
                self.wfile.write(piece)
        except OSError:
            pass
        self.close_connection = True


def steer(line):
    verb, *rest = line.strip().split(" ", 2)
    if verb == "set":
        numbers[rest[0]] = json.loads(rest[1])
    elif verb == "forget":
        del numbers[rest[0]]
    else:
        state[verb] = rest[0]


server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Gateway)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print("ready", flush=True)
for each in sys.stdin:
    steer(each)
    print("ok", flush=True)
over.set()
