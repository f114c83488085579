"""A real browser without a screen: Debian's Chromium, told what to do by its driver over HTTP."""

import json
import shutil
import subprocess
import tempfile
import time
import urllib.request
from contextlib import contextmanager

from agent import await_port, free_port
from place import Missing

OPTIONS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--disable-features=BackForwardCache",  # a page that was left is gone
]
PATIENCE = 60


@contextmanager
def chromium():
    for tool in ("chromium", "chromedriver"):
        if shutil.which(tool) is None:
            raise Missing(f"{tool} is missing: sudo apt install chromium chromium-driver")
    port = free_port()
    driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    profile = tempfile.mkdtemp(prefix="pumphouse-bench-")
    try:
        await_port(port, driver).close()
        wanted = {"browserName": "chrome", "goog:chromeOptions": {"args": [*OPTIONS, f"--user-data-dir={profile}"]}}
        made = call(f"http://127.0.0.1:{port}/session", {"capabilities": {"alwaysMatch": wanted}})
        browser = Browser(f"http://127.0.0.1:{port}/session/{made['sessionId']}")
        try:
            yield browser
        finally:
            call(browser.session, None, "DELETE")
    finally:
        driver.terminate()
        driver.wait(PATIENCE)
        shutil.rmtree(profile, ignore_errors=True)


def call(address, body, method="POST"):
    request = urllib.request.Request(address, method=method, headers={"Content-Type": "application/json"})
    request.data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)["value"]


class Browser:
    """One tab."""

    def __init__(self, session):
        self.session = session

    def open(self, address):
        """Returns once the page has loaded."""
        call(f"{self.session}/url", {"url": address})

    def ask(self, expression):
        """What a JavaScript expression is in the page."""
        return call(f"{self.session}/execute/sync", {"script": f"return {expression}", "args": []})

    def ask_later(self, script, *arguments):
        """Runs a script that calls its last argument when it is over."""
        call(f"{self.session}/timeouts", {"script": 1000 * PATIENCE})
        return call(f"{self.session}/execute/async", {"script": script, "args": list(arguments)})

    def until(self, expression):
        """Waits until it is true, and returns what it is then."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if found := self.ask(expression):
                return found
            time.sleep(0.02)
        raise RuntimeError(f"never true in the page: {expression}")

    def devtools(self, command, **parameters):
        return call(f"{self.session}/goog/cdp/execute", {"cmd": command, "params": parameters})

    def size(self, width, height=900):
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def busy(self):
        """Milliseconds of processor time of the page's main thread; asked for before, or it begins now."""
        self.devtools("Performance.enable", timeDomain="threadTicks")
        counted = self.devtools("Performance.getMetrics")["metrics"]
        return next(each["value"] for each in counted if each["name"] == "ThreadTime") * 1000

    def heap(self):
        """Bytes of JavaScript that are in use, garbage left out; nodes of the page; listeners."""
        self.devtools("HeapProfiler.collectGarbage")
        counts = self.devtools("Memory.getDOMCounters")
        return self.devtools("Runtime.getHeapUsage")["usedSize"], counts["nodes"], counts["jsEventListeners"]
