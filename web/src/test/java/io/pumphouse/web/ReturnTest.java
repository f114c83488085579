package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * When an open page looks for the server again, by clocks and a window that a test can move, in a
 * real browser.
 */
final class ReturnTest {
  /** Waits for a new connection are written down and, as the test wants, cut short or endless. */
  private static final String CLOCKS =
      """
      window.waits = [];
      window.sockets = [];
      window.retries = "at once";
      window.later = 0;
      window.WebSocket = class extends WebSocket {
        constructor(address) { super(window.isCut ? address + "/nobody" : address); sockets.push(this); }
      };
      const wait = window.setTimeout.bind(window);
      window.setTimeout = (what, time, ...rest) => {
        if (what?.name !== "connect") return wait(what, time, ...rest);
        waits.push(Math.round(time));
        return retries === "never" ? 0 : wait(what, 5);
      };
      const repeat = window.setInterval.bind(window);
      window.setInterval = (what, time) => repeat(what, time === 30_000 ? 200 : time);
      const now = performance.now.bind(performance);
      performance.now = () => now() + later;
      Object.defineProperty(document, "hidden", {get: () => window.isAway ?? false});
      """;

  private final Browser browser;

  ReturnTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
    browser
        .driver()
        .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", CLOCKS));
  }

  @AfterEach
  void stop() {
    browser.close();
  }

  @Test
  void eachWaitIsTwiceAsLongUpToHalfAMinuteAndNeverThatExactly() {
    try (RunningServer running = new RunningServer()) {
      visit(running, "/?pump=house");
      run("isCut = true; sockets.at(-1).close()");
      await("waits.length >= 8", "true");

      List<Long> waits =
          IntStream.range(0, 8).mapToObj(i -> browser.number("waits[" + i + "]")).toList();
      for (int i = 0; i < 8; i++) {
        long nominal = Math.min(1_000L << i, 30_000);
        assertThat(waits.get(i)).as("%s", waits).isBetween(nominal / 2, nominal * 3 / 2);
      }
      assertThat(waits.stream().filter(each -> each % 1_000 != 0)).hasSizeGreaterThan(4);
    }
  }

  @Test
  void whoLooksAtThePageAgainNeedNotWait() {
    try (RunningServer running = new RunningServer()) {
      visit(running, "/?pump=house");
      run("retries = 'never'; isAway = true; sockets.at(-1).close()");
      await("waits.length", "1");

      run("document.dispatchEvent(new Event('visibilitychange'))");
      assertThat(browser.number("sockets.length")).isEqualTo(1);
      run("isAway = false; document.dispatchEvent(new Event('visibilitychange'))");

      await("sockets.length", "2");
      awaitText("#connection", "live");
    }
  }

  @Test
  void aNetworkThatIsBackNeedsNoWait() {
    try (RunningServer running = new RunningServer()) {
      visit(running, "/?pump=house");
      run("retries = 'never'; sockets.at(-1).close()");
      await("waits.length", "1");

      run("window.dispatchEvent(new Event('online'))");

      await("sockets.length", "2");
      awaitText("#connection", "live");
    }
  }

  @Test
  void whatIsNotHeardOfAgainIsStaleAndSaysHowOldItIs() {
    try (RunningServer running = new RunningServer()) {
      visit(running, "/?pump=house");
      run("later = 600_000");

      await("document.querySelector('[data-name=outdoor_temp]').dataset.stale", "true");
      assertThat(browser.text("document.getElementById('freshness').textContent"))
          .startsWith("data 10\u00a0min old");
      running.live.poll(Villa.HOUSE, Readings.value(Metric.OUTDOOR_TEMP, "0.1", -70));

      await("document.querySelector('[data-name=outdoor_temp]').dataset.stale", "false");
      awaitText("#freshness", "data 1\u00a0s old · 1 not answering");
    }
  }

  @Test
  void chartsGoOnAfterAReturnWithoutAnythingTwice() {
    try (RunningServer running = RunningServer.onAWinterDay()) {
      visit(running, "/analysis?pump=house&range=24h");
      await("document.getElementById('charts').dataset.drawn ?? ''", "true");
      String end = browser.text(END);

      run("sockets.at(-1).close()");
      await("sockets.length", "2");
      awaitText("#connection", "live");
      running.time.pass(Duration.ofMinutes(30));
      run("document.dispatchEvent(new Event('visibilitychange'))"); // asks for what is new

      new FluentWait<>(browser)
          .withTimeout(Duration.ofSeconds(10))
          .until(page -> !page.text(END).equals(end));
      assertThat(browser.text(TWICE)).isEmpty();
      assertThat(browser.number("sockets.filter(each => each.readyState === 1).length"))
          .isEqualTo(1);
    }
  }

  @Test
  void chartsGoOnWithoutAConnectionToo() {
    try (RunningServer running = RunningServer.onAWinterDay()) {
      visit(running, "/analysis?pump=house&range=24h");
      await("document.getElementById('charts').dataset.drawn ?? ''", "true");
      String end = browser.text(END);

      run("isCut = true; sockets.at(-1).close()");
      awaitText("#connection", "polling");
      running.time.pass(Duration.ofMinutes(30));
      run("later = 1_800_000");

      new FluentWait<>(browser)
          .withTimeout(Duration.ofSeconds(10))
          .until(page -> !page.text(END).equals(end));
      assertThat(browser.text(TWICE)).isEmpty();
    }
  }

  private static final String END = ChartPage.option("temperatures") + ".xAxis[0].max";

  /** Times that do not come after the one before. */
  private static final String TWICE =
      ChartPage.line("temperatures", "supply_temp")
          + ".data.map((point) => (point.value ?? point)[0])"
          + ".filter((at, i, all) => i > 0 && at <= all[i - 1]).join()";

  /** A page whose connection is up. */
  private void visit(RunningServer running, String path) {
    browser.driver().get(running.uri("http", path).toString());
    awaitText("#connection", "live");
  }

  private void run(String script) {
    browser.driver().executeScript(script);
  }

  private void awaitText(String selector, String text) {
    await("document.querySelector('" + selector + "').textContent", text);
  }

  private void await(String expression, String text) {
    new FluentWait<>(browser)
        .withTimeout(Duration.ofSeconds(20))
        .until(page -> page.text(expression).equals(text));
  }
}
