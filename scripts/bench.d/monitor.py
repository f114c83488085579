"""qemu's monitor: takes devices out of a guest and puts them in."""

import json
import socket
import time


class Monitor:
    """Talks QMP on qemu's socket, as soon as that is there."""

    def __init__(self, path, patience):
        self.line = socket.socket(socket.AF_UNIX)
        self.line.settimeout(patience)
        deadline = time.monotonic() + patience
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        self.line.connect(str(path))
        self.heard = self.line.makefile("r", encoding="utf-8")
        self.heard.readline()  # its greeting
        self.order("qmp_capabilities")

    def order(self, name, **arguments):
        self.line.sendall(json.dumps({"execute": name, "arguments": arguments}).encode() + b"\n")
        self.until(lambda told: "return" in told)

    def plug(self, driver, name, **more):
        self.order("device_add", driver=driver, id=name, **more)

    def pull(self, name):
        """Returns when the device is gone."""
        self.order("device_del", id=name)
        self.until(lambda told: told.get("event") == "DEVICE_DELETED" and told["data"].get("device") == name)

    def until(self, is_it):
        while not is_it(told := json.loads(self.heard.readline())):
            if "error" in told:
                raise RuntimeError(f"qemu: {told['error']['desc']}")
