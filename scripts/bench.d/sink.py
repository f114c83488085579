"""Runs as a process of its own: takes line protocol as InfluxDB does, and has it on the disk before it says so."""

import gzip
import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

END = "# whole"  # after each load: a load without it was never answered


class Sink(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        os.write(self.server.file, b"\n" + body + f"\n{END}\n".encode())
        os.fsync(self.server.file)
        self.send_response(204)
        self.end_headers()

    def do_GET(self):
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def loads(file):
    """The lines of each load that came whole."""
    load = []
    with open(file, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.rstrip("\n") == END:
                yield load
                load = []
            elif line.strip():
                load.append(line.rstrip("\n"))


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", int(sys.argv[1])), Sink)
    server.file = os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    server.serve_forever()
