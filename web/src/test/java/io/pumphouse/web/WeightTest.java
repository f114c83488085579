package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.sample.Sticks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * What a browser fetches for each page, packed as it goes over the wire: all of it the first time,
 * and what it does not have yet the second; then the page itself and what is fetched beside it,
 * once a minute, count apart. Prints them all; here few readings are drawn, {@code scripts/bench
 * pages} counts those of a month.
 */
final class WeightTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/?pump=house",
          "/?pump=house&lang=sv",
          "/today?pump=house",
          "/analysis",
          "/events",
          "/events/recording?pump=house&id=7",
          "/registers?pump=house&show=all",
          "/registers?pump=house&register=30002",
          "/backups",
          "/backups/jobs/nightly",
          "/backups/runs",
          "/backups/runs/9",
          "/backups/new?type=rsync",
          "/backups/media?all=own-data",
          "/backups/restore?backup=own-data.pumphouse-1",
          "/data?pump=house",
          "/data/samples?pump=house&metric=outdoor_temp",
          "/data/query?q=SELECT%201",
          "/settings",
          "/logs",
          "/account",
          "/login",
          "/pumps/house/change",
          "/board",
          "/nothing");

  private static final long FIRST = 45 * 1024;
  private static final long AGAIN = 5 * 1024;
  private static final long BESIDE = 2 * 1024;
  private static final long WITH_CHARTS = 400 * 1024;

  private final RunningServer running = RunningServer.onAWinterDay();
  private final Browser browser;

  WeightTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
    Sticks.fill(running.backups.media);
  }

  @AfterEach
  void stop() {
    browser.close();
    running.close();
  }

  @Test
  void noPageWeighsMoreThan45KiBWithoutChartsAnd5KiBAgain() {
    System.out.println("packed bytes: page, charting library, readings drawn; again, beside");
    for (String page : PAGES) {
      forgetAll();
      visit(page);
      long charts = fetched("isLibrary");
      long readings = fetched("isReadings");
      long first = fetched("true") - charts - readings;
      visit(page);
      long beside = fetched("isBeside");
      long again = fetched("!isReadings") - beside;
      System.out.printf("%6d %6d %6d; %5d %5d  %s%n", first, charts, readings, again, beside, page);

      assertThat(first).as(page).isBetween(1L, FIRST);
      assertThat(first + charts + readings).as(page + " in all").isLessThan(WITH_CHARTS);
      assertThat(again).as(page + " again").isBetween(1L, AGAIN);
      assertThat(beside).as("beside " + page).isLessThan(BESIDE);
    }
  }

  private void forgetAll() {
    browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
    browser.driver().get(running.uri("http", "/healthz").toString());
    browser.driver().manage().deleteAllCookies();
    browser.driver().manage().addCookie(new Cookie("pumphouse", "owner-session"));
  }

  private void visit(String page) {
    browser.driver().get(running.uri("http", page).toString());
    new FluentWait<>(browser)
        .withTimeout(Duration.ofSeconds(10))
        .until(shown -> shown.text(SETTLED).equals("true"));
  }

  private long fetched(String which) {
    return browser.number(SUM.replace("WHICH", which));
  }

  /** Loaded, and what the page fetches beside itself is there. */
  private static final String SETTLED =
      """
      (() => { const lately = document.getElementById("lately");
        return document.readyState === "complete" && (!lately || lately.querySelector(".health") !== null); })()
      """;

  /** What came from the browser's own cache was not transferred; what may stay a minute counts. */
  private static final String SUM =
      """
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
        .filter(each => {
          const isReadings = each.name.includes("/api/");
          const isLibrary = each.name.includes("/echarts.");
          const isBeside = each.name.includes("/fragment/");
          return (each.transferSize > 0 || isBeside) && (WHICH);
        })
        .reduce((sum, each) => sum + each.encodedBodySize, 0)
      """;
}
