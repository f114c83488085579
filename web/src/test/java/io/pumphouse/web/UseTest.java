package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.sample.FakeLive;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.support.ui.FluentWait;

/** What people do with the pages, in a real browser. */
final class UseTest {
  private final Browser browser;

  UseTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
  }

  @AfterEach
  void stop() {
    browser.close();
  }

  @Test
  void theDrawingFollowsWhatThePumpSays() {
    FakeLive live = new FakeLive().with(Villa.HOUSE, pump(1, 0, 384));
    try (RunningServer running = with(live, "Villa")) {
      visit(running, "/");
      awaitText("#connection", "live");
      assertThat(drawn("compressor", "runs")).isEqualTo("true");
      assertThat(drawn("valve", "demand")).isEqualTo("heating");

      live.poll(Villa.HOUSE, pump(0, 1, 512));

      awaitText("[data-echo=supply_temp] [data-part=figure]", "51.2");
      awaitText("tr[data-echo=compressor_on] [data-part=figure]", "off");
      assertThat(drawn("compressor", "runs")).isEqualTo("false");
      assertThat(drawn("valve", "demand")).isEqualTo("hot water");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void aSensorThatGoesMissingAndComesBackIsSeenInTheDrawing() {
    FakeLive live = new FakeLive().with(Villa.HOUSE, pump(1, 0, 384));
    try (RunningServer running = with(live, "Villa")) {
      visit(running, "/");
      awaitText("#connection", "live");

      live.poll(
          Villa.HOUSE,
          Readings.value(Metric.COMPRESSOR_ON, "1", 1),
          Readings.missing(Metric.SUPPLY_TEMP));
      awaitText("[data-echo=supply_temp] [data-part=figure]", "not fitted");
      assertThat(browser.text("document.querySelector('.radiator').dataset.depth")).isEmpty();

      live.poll(Villa.HOUSE, pump(1, 0, 401));
      awaitText("[data-echo=supply_temp] [data-part=figure]", "40.1");
    }
  }

  @Test
  void theKeyboardReachesEveryControlAndShowsWhereItIs() {
    try (RunningServer running = new RunningServer()) {
      visit(running, "/healthz");
      browser.driver().manage().addCookie(new Cookie("pumphouse", "owner-session"));
      for (String page :
          List.of(
              "/",
              "/?pump=house",
              "/analysis",
              "/events",
              "/events/recording?pump=house&id=7",
              "/registers?register=30002",
              "/data",
              "/backups",
              "/data/samples?pump=house&metric=outdoor_temp",
              "/data/query?q=SELECT%201",
              "/today",
              "/nothing")) {
        visit(running, page);
        Walk.everyControl(browser, page);
      }
    }
  }

  @Test
  void hostileNamesStayInTheirPlace() throws IOException {
    String evil = "\"><script>document.title='hacked'</script>'&\u202eمضخة" + "x".repeat(200);
    PumpStatus pump =
        new PumpStatus(
            new PumpId("house"),
            evil,
            evil,
            evil,
            1,
            LinkState.DOWN,
            evil,
            evil,
            new LastAnswer.Never());
    FakeLive live =
        new FakeLive()
            .with(
                pump,
                Readings.value(Metric.COMPRESSOR_ON, "1", 1),
                Readings.meaning(Metric.ALARM_CODE, 1, evil),
                Readings.value(Metric.SUPPLY_TEMP, "0.1", 384),
                Readings.register("1", evil, Unit.BAR, 1));
    try (RunningServer running = with(live, evil)) {
      for (String page : List.of("/", "/analysis", "/events", "/registers", "/data", "/today")) {
        browser.width(360);
        visit(running, page);
        browser.shoot("hostile" + page.replace('/', '-'));

        assertThat(browser.text("document.title")).as(page).doesNotStartWith("hacked");
        assertThat(browser.tooWide()).as(page).isEmpty();
        assertThat(browser.complaints()).as(page).isEmpty();
      }
    }
  }

  @Test
  void everythingCanBeReadWithoutScripts() throws IOException {
    try (RunningServer running = new RunningServer()) {
      browser.scripts(false).width(768);
      visit(running, "/registers?pump=house&q=outdoor");
      browser.shoot("registers-without-scripts");
      assertThat(browser.driver().findElements(By.cssSelector(".registers tbody tr"))).hasSize(1);
      visit(running, "/?pump=house");

      assertThat(browser.driver().findElement(By.tagName("body")).getText())
          .contains("Without scripts nothing here changes", "38.4", "answering");
    }
  }

  @Test
  void whatWasWorkedOutOfTheDayStandsWhereItBelongs() {
    try (RunningServer running = new RunningServer()) {
      visit(running, "/?pump=house");

      awaitText(".card[data-name=outdoor_temp] .spread", "↓−12.1 ø−6.5 ↑1.2");
      awaitText(".place [data-figure=electricity] .figure", "12.5");
    }
  }

  @Test
  void aChosenLanguageIsKept() {
    try (RunningServer running = new RunningServer()) {
      visit(running, "/events?lang=sv");
      visit(running, "/?pump=house");

      assertThat(browser.text("document.documentElement.lang")).isEqualTo("sv");
      awaitText("[data-name=supply_temp] [data-part=figure]", "38,4");
    }
  }

  @Test
  void theOverviewIsPrintedOnOnePage() {
    try (RunningServer running = new RunningServer()) {
      visit(running, "/?pump=house");

      assertThat(browser.printedPages()).isEqualTo(1);
    }
  }

  private static LiveReading[] pump(int compressor, int valve, int supply) {
    return new LiveReading[] {
      Readings.value(Metric.COMPRESSOR_ON, "1", compressor),
      Readings.value(Metric.REVERSING_VALVE, "1", valve),
      Readings.value(Metric.SUPPLY_TEMP, "0.1", supply),
      Readings.value(Metric.HOT_WATER_TOP, "0.1", 480),
    };
  }

  private static RunningServer with(FakeLive live, String site) {
    return new RunningServer(
        new Site(site, ZoneId.of("UTC")), live, Villa.history(), Villa.health(), 4);
  }

  private void visit(RunningServer running, String path) {
    browser.driver().get(running.uri("http", path).toString());
  }

  private String drawn(String part, String what) {
    return browser.text("document.querySelector('." + part + "').dataset." + what);
  }

  private void awaitText(String selector, String text) {
    new FluentWait<>(browser)
        .withTimeout(Duration.ofSeconds(5))
        .until(
            page ->
                page.text("document.querySelector('" + selector + "')?.textContent").equals(text));
  }
}
