package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.model.LogLine.Level;
import io.pumphouse.web.model.LogLine.Source;
import io.pumphouse.web.sample.FakeLogs;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The log in a real browser, with and without scripts, and for programs. */
final class LogPageTest {
  private final RunningServer running = new RunningServer();
  private final FakeLogs logs = running.appliance.logs;
  @TempDir private Path profile;

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void itIsSearchedFollowedAndFitsEveryScreen() throws IOException {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    try (Browser browser = new Browser(profile)) {
      Owner owner = new Owner(browser.width(1440).scheme("light"), running);
      owner.visit("/logs");
      owner.await("#connection", "live");
      owner.await("#log-note", "6 entries");
      owner.await(
          "#log-lines li:last-child .text", "Errors: answer failed\n\tjava.io.IOException: x");
      browser.shoot("logs-1440");
      logs.add(Level.WARNING, Source.LINE, "Poller: <script>alert(1)</script> & late");
      owner.await("#log-lines li:last-child .text", "Poller: <script>alert(1)</script> & late");
      assertThat(Barriers.on(browser)).isEmpty();

      browser.driver().findElement(By.id("q")).sendKeys("<SCRIPT>");
      owner.await("#log-note", "1 entries");
      owner.await("#log-lines mark", "<script>");
      running.time.pass(Duration.ofSeconds(2)); // it is told of once a second at most
      logs.add(Level.INFO, Source.AGENT, "not sought");
      logs.add(Level.INFO, Source.AGENT, "Again: <Script>");
      owner.await("#log-lines li:last-child mark", "<Script>");
      assertThat(browser.number("document.querySelectorAll('#log-lines li').length")).isEqualTo(2);
      browser.scheme("dark").width(360);
      browser.shoot("logs-360-dark");
      assertThat(Barriers.on(browser)).isEmpty();
      assertThat(browser.tooWide()).isEmpty();
      assertThat(browser.complaints()).isEmpty();

      browser.scripts(false);
      owner.visit("/logs?source=jobs&level=error&job=nightly&q=EXIT");
      owner.await("#log-lines mark", "exit");
      owner.await("#log-note", "1 entries");
      assertThat(browser.tooWide()).isEmpty();
    }
  }

  @Test
  void programsGetTheNewestAndTheWholeOfIt() throws Exception {
    assertThat(asked("owner", "/api/v1/logs?level=warning&source=line,agent&limit=2").body())
        .startsWith("[{\"at\":\"2026-02-03T10:07:10Z\",\"level\":\"warning\",\"source\":\"line\"")
        .contains("\"text\":\"Errors: answer failed\\n\\tjava.io.IOException: x\"");
    HttpResponse<String> export = asked("owner", "/api/v1/logs/export.txt?q=RSYNC");
    assertThat(export.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(it -> assertThat(it).contains("pumphouse-log.txt"));
    assertThat(export.body())
        .isEqualTo(
            """
            2026-02-03T10:10:30Z info jobs nightly run 9: run in /: rsync -a <x> & 'y'
            2026-02-03T10:12:10Z error jobs nightly run 9: failed: rsync exit 23
            """);
    for (String wrong : List.of("source=loud", "level=loud", "after=noon", "limit=501")) {
      assertThat(asked("owner", "/api/v1/logs?" + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void whoCameInIsForOwnersAlone() throws Exception {
    assertThat(asked("owner", "/api/v1/logs").body()).contains("logged-in ann");
    for (String address :
        List.of(
            "/api/v1/logs?source=access,agent",
            "/api/v1/logs/export.txt",
            "/logs",
            "/fragment/logs")) {
      assertThat(asked("technician", address).body())
          .as(address)
          .doesNotContain("logged-in ann")
          .contains("answer failed");
    }
  }

  private HttpResponse<String> asked(String who, String address) throws Exception {
    return running.get(address, "Authorization", "Bearer " + who + "-token");
  }
}
