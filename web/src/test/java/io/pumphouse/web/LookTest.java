package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Cookie;

/** Every page in a real browser. The pictures lie in {@code target/screenshots/}: look at them. */
final class LookTest {
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("pumps", "/"),
          Map.entry("overview", "/?pump=house"),
          Map.entry("silent", "/?pump=cottage"),
          Map.entry("analysis", "/analysis"),
          Map.entry("today", "/today?pump=house"),
          Map.entry("events", "/events"),
          Map.entry("recording", "/events/recording?pump=house&id=7"),
          Map.entry("registers", "/registers?pump=house&show=all"),
          Map.entry("decode", "/registers?pump=house&register=30002"),
          Map.entry("data", "/data?pump=house"),
          Map.entry("backups", "/backups"),
          Map.entry("samples", "/data/samples?pump=house&metric=outdoor_temp"),
          Map.entry("swedish", "/?pump=house&lang=sv"),
          Map.entry("not-found", "/nothing"));

  private final RunningServer running = RunningServer.onAWinterDay();
  private final Browser browser;

  LookTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
  }

  @AfterEach
  void stop() {
    browser.close();
    running.close();
  }

  @Test
  void everyPageFitsEveryScreenWithoutComplaint() throws IOException {
    for (var page : PAGES.entrySet()) {
      for (int width : List.of(360, 768, 1024, 1440)) {
        browser.width(width).scheme("light");
        visit(page.getValue());
        browser.shoot(page.getKey() + "-" + width);

        assertThat(browser.tooWide()).as("%s at %d px", page.getValue(), width).isEmpty();
      }
      assertThat(complaints(page.getKey())).as(page.getValue()).isEmpty();
    }
  }

  /** Dark on a phone and light on a desk: what one hides the other shows. */
  @Test
  void noPageHasABarrierInLightOrDark() throws IOException {
    for (var page : PAGES.entrySet()) {
      for (var look : Map.of("dark", 360, "light", 1440).entrySet()) {
        browser.width(look.getValue()).scheme(look.getKey());
        visit(page.getValue());
        browser.shoot(page.getKey() + "-" + look.getValue() + "-" + look.getKey());

        assertThat(Barriers.on(browser)).as(page.getValue() + ", " + look).isEmpty();
      }
    }
  }

  /** Only technicians see it, so the browser shows that it is one. */
  @Test
  void questionsInSqlFitEveryScreenToo() throws IOException {
    visit("/data");
    browser.driver().manage().addCookie(new Cookie("pumphouse", "technician-session"));
    String page = running.uri("http", "/data/query?q=SELECT%20" + "x".repeat(200)).toString();
    for (int width : List.of(360, 768, 1440)) {
      for (String scheme : List.of("light", "dark")) {
        browser.width(width).scheme(scheme).driver().get(page);
        browser.shoot("query-%d-%s".formatted(width, scheme));

        assertThat(browser.tooWide()).as("%d px", width).isEmpty();
        assertThat(browser.complaints()).as("%d px", width).isEmpty();
        assertThat(Barriers.on(browser)).as("%d px, %s", width, scheme).isEmpty();
      }
    }
  }

  private void visit(String path) {
    browser.driver().manage().deleteAllCookies();
    browser.driver().get(running.uri("http", path).toString());
  }

  /** A page that is not there is a line in the console, rightly. */
  private List<String> complaints(String page) {
    return browser.complaints().stream()
        .filter(complaint -> !page.equals("not-found") || !complaint.contains("404"))
        .toList();
  }
}
