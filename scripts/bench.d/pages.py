"""How soon the pages are there: on the server, in a browser, and from a change at the pump to the screen."""

import gzip
import re
import time
import urllib.request
from contextlib import closing, contextmanager

import process
from agent import PATIENCE, await_port, command, free_port, running
from browser import Tab
from chromium import chromium
from figures import Row
from place import folder

MODEL = "nibe-s1255"
PAST = "30"  # days
PAGES = ["/", "/?pump=demo", "/analysis?range=30d", "/events", "/registers?pump=demo"]
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
DRAWN = "document.getElementById('charts').dataset.drawn === 'true'"
CURVES = "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/series?'))"
RECKONED = "document.getElementById('charts').dataset.reckoned === 'true'"

# When the page has drawn, by its own clock: it is looked at each time the screen is drawn.
CLOCK = """
const look = () => {
  if (document.getElementById('charts')?.dataset.drawn === 'true') window.drawnAt = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""

# From a message of the socket, and from the pump's answer that it tells of, to the second frame after it, when the
# first is on the screen. A tab that is muted hears only what the bench says in the server's place.
PIXELS = """
window.pixels = [];
window.strokes = 0;
const { stroke } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.stroke = function (...path) {
  window.strokes += 1;
  return stroke.apply(this, path);
};
window.WebSocket = class extends WebSocket {
  constructor(address) {
    super(address);
    window.tab = this;
    this.addEventListener('message', (event) => {
      const came = Date.now();
      if (!event.isTrusted) return;
      if (this.isMuted) return event.stopImmediatePropagation();
      const { type, seq, pump } = JSON.parse(event.data);
      this.seq = seq;
      if (type !== 'readings') return;
      requestAnimationFrame(() => requestAnimationFrame(() => {
        window.pixels.push([Date.now() - came, Date.now() - Date.parse(pump.last_answer)]);
      }));
    });
  }
};
"""

# So many changes of a temperature as they come each second, told to the page through its own socket.
REPLAY = """(() => {
  tab.isMuted = true;
  for (let i = 0; i < %d; i++) {
    const pump = { id: 'demo', last_answer_age_ms: 0 };
    const readings = [{ metric: 'outdoor_temp', value: (i %% 300) / 10, text: '1' }];
    const data = { type: 'readings', seq: ++tab.seq, pump, age_ms: 1000, readings, again: ['supply_temp'] };
    tab.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(data) }));
  }
  return document.querySelector('[data-name=outdoor_temp]').dataset.value;
})()"""
# So many times a part of the page is fetched again, one after the other.
REFRESH = """
const [part, event, times, done] = arguments;
let left = times;
const again = () => (left-- > 0 ? htmx.trigger(document.getElementById(part), event) : stop());
const settled = ({ detail }) => detail.requestConfig.elt.id === part && setTimeout(again);
const stop = () => {
  document.removeEventListener('htmx:afterSettle', settled);
  done();
};
document.addEventListener('htmx:afterSettle', settled);
again();
"""

# So often is the newest step of every chart told anew through the page's own socket; all are drawn each time.
REDRAW = """(() => {
  tab.isMuted = true;
  const boxes = [...document.querySelectorAll('#charts [data-metric]')];
  const metrics = [...new Set(boxes.map((box) => box.dataset.metric).filter(Boolean))];
  const step = 180_000;
  for (let i = 0; i < %d; i++) {
    const at = Math.floor(Date.now() / step) * step;
    const column = [i %% 7];
    const series = Object.fromEntries(metrics.map((metric) => [metric, { min: column, avg: column, max: column, quality: [1] }]));
    const [from, to] = [at, at + step].map((time) => new Date(time).toISOString());
    const data = { type: 'graph_update', seq: ++tab.seq, step_ms: step, series, t: [from], from, to };
    tab.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(data) }));
  }
  return window.strokes;
})()"""
# Bytes on the wire of everything that came with the page and for it, what was in the browser's cache included.
IN_ALL = """[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .reduce((sum, each) => sum + each.encodedBodySize, 0)"""
LEFT_OPEN = 7  # days at most
DAY = 24 * 3600  # changes
AT_ONCE = DAY // 4
MINUTES = 24 * 60  # in a day: so often is what changes slowly fetched, and a chart of a day has a step in three
STEPS_AT_ONCE = 60


def measure(pace):
    times = max(5, pace.scans)
    days = min(pace.days, LEFT_OPEN)
    with demo() as (port, agent), chromium() as browser:
        site = f"http://127.0.0.1:{port}"
        overview = [seconds(f"{site}/?pump=demo") * 1000 for _ in range(60 * times)][20 * times :]
        browser.size(1440)
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", source=CLOCK + PIXELS)
        loaded = [load(browser, f"{site}/?pump=demo", LOADED) for _ in range(times)]
        pixels = browser.until(f"window.pixels.length >= {min(times, 10)} && window.pixels")
        opened, aged = grow(browser, days)
        load(browser, f"{site}/analysis?range=24h", RECKONED)
        day = browser.ask(IN_ALL)
        begun, gone_on = redraw(browser, f"{site}/analysis?range=24h", days)
        drawn = [analysis(browser, f"{site}/analysis?range=30d") for _ in range(times)]
        charts, figures, busy = zip(*drawn)
        month = browser.ask(IN_ALL)
        curves = [worked(agent, browser.ask(CURVES)) for _ in range(times)]
        weights = [weigh(site, page) for page in PAGES]
        update = [len(frame) for frame in frames(port, pace.window)]
    return [
        Row("Overview on the server, p95", [p95(overview)], "ms", 10),
        Row("Overview in a browser, to the load event", loaded, "ms", 300),
        Row("Analysis of 30 days in a browser, to all charts over time drawn", charts, "ms", 800),
        Row("the same, to the key figures and the charts made of them", figures, "ms"),
        Row("processor time of the agent for the curves of it", curves, "ms"),
        Row("processor time of the page's main thread until they are drawn", busy, "ms"),
        Row("change to pixel: the pump's answer to the frame on the screen", [total for _, total in pixels], "ms"),
        Row("of it: message in the page to the frame on the screen", [page for page, _ in pixels], "ms"),
        Row("heap of a tab that was just opened", [opened[0] / 1e6], "MB"),
        Row(f"the same after {days} days with a change each second", [aged[0] / 1e6], "MB", opened[0] / 1e6 + 1),
        Row("nodes and listeners that came in these days", [came(opened, aged)], "", 0, 0),
        Row(f"heap of charts that were drawn {days * MINUTES} times, half way", [begun[0] / 1e6], "MB"),
        Row("at the end", [gone_on[0] / 1e6], "MB", begun[0] / 1e6 + 1),
        Row("nodes and listeners that came in the second half", [came(begun, gone_on)], "", 0, 0),
        Row("an update of a poll each second, on the wire", update, "B", None, 0),
        *(row for page, weight in zip(PAGES, weights) for row in rows(page, weight)),
        Row("Analysis of a day with its readings", [day / 1024], "KiB", 400),
        Row("Analysis of 30 days with its readings", [month / 1024], "KiB", 400),
    ]


@contextmanager
def demo():
    """The demo with its past; gives the port of the dashboard and the agent's process."""
    with folder() as place:
        port = free_port()
        words = command("demo", "--model", MODEL, "--days", PAST, "--port", str(port), "--data", place / "data")
        with running(words, stderr=-3, stdout=-3) as agent:
            await_port(port, agent).close()
            time.sleep(5)  # what only the start has to do is over
            yield port, agent.pid


def seconds(address):
    began = time.perf_counter()
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        answer.read()
    return time.perf_counter() - began


def load(browser, address, when):
    browser.open(address)
    return browser.until(when)


def analysis(browser, address):
    """Milliseconds to the charts, to what takes a look at every reading, and of work in the page for the former."""
    browser.open("about:blank")
    before = browser.busy()
    drawn = load(browser, address, f"{DRAWN} && window.drawnAt")
    busy = browser.busy() - before
    browser.until(RECKONED)  # nothing goes on any more
    return drawn, browser.ask("performance.now()"), busy


def worked(pid, addresses):
    """Milliseconds of processor time that a process takes to answer these."""
    before = process.cpu_millis(pid)
    for each in addresses:
        fetch(each)
    return process.cpu_millis(pid) - before


def grow(browser, days):
    """
    The heap of an open page when it has settled, and after so many days of changes and of parts that are fetched
    again. A browser keeps what was replaced last: it has settled when each part was replaced.
    """
    refresh(browser, 2)
    browser.ask(REPLAY % AT_ONCE)
    before = browser.heap()
    for _ in range(days * DAY // AT_ONCE):
        browser.ask(REPLAY % AT_ONCE)
    refresh(browser, days * MINUTES)
    return before, browser.heap()


def refresh(browser, times):
    """Has the parts of the page fetched again, the slow one so many times."""
    while times > 0:
        browser.ask_later(REFRESH, "lately", "again", min(times, 500))
        times -= 500
    browser.ask_later(REFRESH, "live", "fallback", 2)


def redraw(browser, address, days):
    """The heap of the charts after half of so many days and after all: what a browser keeps for speed it has by then."""
    load(browser, address, RECKONED)
    half = days * MINUTES // STEPS_AT_ONCE // 2
    draw(browser, half)
    before = browser.heap()
    draw(browser, half)
    return before, browser.heap()


def draw(browser, times):
    for _ in range(times):
        before = browser.ask("window.strokes")
        if browser.ask(REDRAW % STEPS_AT_ONCE) < before + STEPS_AT_ONCE:
            raise RuntimeError("the charts were not drawn")


def came(before, after):
    return after[1] - before[1] + after[2] - before[2]


def p95(values):
    return sorted(values)[int(len(values) * 0.95)]


def frames(port, patience):
    """What the socket sends about readings in this time."""
    with closing(Tab(port).line) as line:
        line.settimeout(2)
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            heard = line.recv(65536)
            if b'"type":"readings"' in heard[:40]:
                yield heard


def weigh(site, page):
    """Bytes on the wire as a browser asks for them: the page, its assets without the charts, the charts."""
    html, size = fetch(site + page)
    assets = {each: fetch(site + each)[1] for each in set(re.findall(r"/assets/[\w.-]+", html)) | imports(site, html)}
    charts = sum(weight for each, weight in assets.items() if "/echarts." in each)
    return size, sum(assets.values()) - charts, charts


def imports(site, html):
    """What its modules import."""
    modules = re.findall(r'type="module" src="([^"]+)"', html)
    return {f"/assets/{name}" for each in modules for name in re.findall(r'from "./([\w.-]+)"', fetch(site + each)[0])}


def fetch(address):
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        body = answer.read()
        packed = answer.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(body) if packed else body).decode(errors="replace"), len(body)


def rows(page, weight):
    html, assets, charts = (size / 1024 for size in weight)
    yield Row(f"{page}: first load without the charting library", [html + assets], "KiB", 45)
    yield Row(f"{page}: all of the first load", [html + assets + charts], "KiB", 400)
    yield Row(f"{page}: second load", [html], "KiB", 5)
