package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.FluentWait;

/** An open page in a real browser whose line to the server breaks, and comes back. */
final class LivePageTest {
  /** The page's own sockets, as real as ever; a test may also speak in the server's place. */
  static final String SOCKETS =
      """
      window.sockets = [];
      window.WebSocket = class extends WebSocket {
        constructor(address) { super(address); window.sockets.push(this); }
        set onmessage(hear) {
          this.say = (message) => hear({data: JSON.stringify({seq: ++this.seq, ...message})});
          super.onmessage = (event) => {
            if (this.isMuted) return;
            this.seq = JSON.parse(event.data).seq;
            hear(event);
          };
        }
      };
      """;

  private static final String OUTDOORS = "[data-name=outdoor_temp] [data-part=figure]";

  private final Browser browser;

  LivePageTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
    browser
        .driver()
        .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", SOCKETS));
  }

  @AfterEach
  void stop() {
    browser.close();
  }

  @Test
  void aCutSocketComesBackAndNothingIsThereTwice() {
    try (RunningServer running = new RunningServer()) {
      visit(running, "/?pump=house");
      awaitText("#connection", "live");
      long parts = browser.number("document.querySelectorAll('#live *').length");

      browser.driver().executeScript("sockets.at(-1).close()");
      await("sockets.length", "2");
      awaitText("#connection", "live");
      running.live.poll(Villa.HOUSE, Readings.value(Metric.OUTDOOR_TEMP, "0.1", -99));

      awaitText(OUTDOORS, "−9.9");
      assertThat(browser.number("sockets.filter(each => each.readyState === 1).length"))
          .isEqualTo(1);
      assertThat(browser.number("document.querySelectorAll('#live *').length")).isEqualTo(parts);
      assertThat(browser.text("document.getElementById('notice').hidden")).isEqualTo("true");
    }
  }

  /** A word is set smaller than a number, and may wrap. */
  @Test
  void aCardThatComesToSayAWordIsSetAsOne() {
    try (RunningServer running = new RunningServer()) {
      running.live.poll(Villa.HOUSE, Readings.missing(Metric.PRIORITY));
      visit(running, "/?pump=house");
      awaitText("#connection", "live");
      String isWord = "document.querySelector('[data-name=priority]').dataset.word";
      assertThat(browser.text(isWord)).isEqualTo("false");

      running.live.poll(Villa.HOUSE, Readings.meaning(Metric.PRIORITY, 30, "heating"));
      await(isWord, "true");
    }
  }

  @Test
  void aMessageThatIsMissingBringsANewSnapshot() {
    try (RunningServer running = new RunningServer()) {
      visit(running, "/?pump=house");
      awaitText("#connection", "live");

      browser.driver().executeScript("sockets.at(-1).say({type: 'pong', seq: 99})");

      await("sockets.length", "2");
      awaitText("#connection", "live");
    }
  }

  @Test
  void withoutASocketThePageAsksAndSaysSo() throws Exception {
    try (RunningServer running = RunningServer.withLimit(1)) {
      LiveClient onlyOne = LiveClient.greeted(running);
      visit(running, "/?pump=house");
      awaitText("#connection", "polling");
      assertThat(browser.text("document.getElementById('notice').textContent"))
          .contains("Live connection lost. Asking every 5 seconds");

      running.live.with(Villa.HOUSE, Readings.value(Metric.OUTDOOR_TEMP, "0.1", -88));
      awaitText(OUTDOORS, "−8.8");
      onlyOne.close();

      browser.driver().executeScript("dispatchEvent(new Event('online'))");
      awaitText("#connection", "live");
      assertThat(browser.text("document.getElementById('notice').hidden")).isEqualTo("true");
    }
  }

  @Test
  void aServerThatIsRestartedUnderAnOpenPageIsFoundAgain() throws Exception {
    try (RunningServer running = restartable()) {
      visit(running, "/?pump=house");
      awaitText("#connection", "live");

      running.server.close();
      awaitText("#connection", "connection lost");
      running.live.with(Villa.HOUSE, Readings.value(Metric.OUTDOOR_TEMP, "0.1", -77));
      assertThat(running.server.start()).isInstanceOf(Start.Started.class);

      awaitText("#connection", "live");
      awaitText(OUTDOORS, "−7.7");
    }
  }

  /** On a port that it takes again when it comes back. */
  private static RunningServer restartable() throws IOException {
    int port;
    try (ServerSocket any = new ServerSocket(0)) {
      port = any.getLocalPort();
    }
    return new RunningServer(
        new FakeAccess(FakeAccess.CLAIMED),
        new FakeWrites(),
        new WebSettings(
            "127.0.0.1", port, 4, Duration.ZERO, true, Set.of(), Set.of(), "", new Tls.None()));
  }

  private void visit(RunningServer running, String path) {
    browser.driver().get(running.uri("http", path).toString());
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
