package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.Accounts.State;
import io.pumphouse.web.model.SgReady;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.FluentWait;

/** The pages of access and of orders in a real browser: look at {@code target/screenshots/}. */
final class DoorLookTest {
  private static final List<String> PAGES =
      List.of(
          "/login",
          "/account",
          "/pumps/house/change",
          "/account?lang=sv",
          "/settings",
          "/board",
          "/logs?q=run",
          "/claim");

  private final RunningServer claimed = server(State.CLAIMED);
  private final RunningServer fresh = server(State.UNCLAIMED);
  private final Browser browser;

  DoorLookTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
    claimed.live.poll(
        Villa.HOUSE,
        Readings.value(Metric.ELECTRIC_POWER, "1", 2140),
        Readings.old(Metric.METERED_ELECTRICITY, "0.001", 1_234_567, Duration.ofMinutes(3)));
  }

  private static RunningServer server(State state) {
    return new RunningServer(
        new FakeAccess(state),
        new FakeWrites(),
        new WebSettings(
            "127.0.0.1", 0, 2, Duration.ZERO, false, Set.of(), Set.of(), "", new Tls.None()));
  }

  @AfterEach
  void stop() {
    browser.close();
    claimed.close();
    fresh.close();
  }

  @Test
  void everyPageFitsEveryScreenInLightAndDarkWithoutBarrierOrComplaint() throws IOException {
    for (String page : PAGES) {
      for (int width : List.of(360, 768, 1440)) {
        for (String scheme : List.of("light", "dark")) {
          browser.width(width).scheme(scheme);
          visit(page);
          browser.shoot("door" + page.replaceAll("[^a-z]", "-") + "-" + width + "-" + scheme);

          assertThat(browser.tooWide()).as("%s at %d px", page, width).isEmpty();
          assertThat(Barriers.on(browser)).as("%s, %s, %d px", page, scheme, width).isEmpty();
        }
      }
      assertThat(browser.complaints()).as(page).isEmpty();
    }
  }

  @Test
  void theKeyboardReachesEveryControl() {
    for (String page : PAGES) {
      visit(page);
      Walk.everyControl(browser, page);
    }
  }

  @Test
  void theQuestionAndTheOutcomeHaveNoBarrier() throws IOException {
    browser.width(360).scheme("dark");
    visit("/pumps/house/change");
    type("value", "2");
    type("why", "x");
    press("main form button");
    awaitText("h1", "Are you sure?");
    assertThat(Barriers.on(browser)).isEmpty();
    assertThat(browser.tooWide()).isEmpty();

    press("main form button");
    awaitText("h1", "What became of it");
    browser.shoot("door-outcome-360-dark");
    assertThat(Barriers.on(browser)).isEmpty();
    assertThat(browser.tooWide()).isEmpty();
  }

  @Test
  void thePumpIsToldSomethingAndThenThatItIsTooSoon() throws IOException {
    browser.width(360).scheme("light");
    visit("/board");
    type("pins-why", "sun" + Keys.ENTER);
    assertThat(claimed.board.report().sgReady()).extracting("state").isEqualTo(SgReady.NORMAL);

    press("#pins-forced");
    awaitText("#pins-answer p", "Done. The pump is told: 4 · Forced");
    assertThat(browser.text("document.activeElement.id")).isEqualTo("pins-forced");
    assertThat(browser.text("document.querySelector('.sg').dataset.state")).isEqualTo("forced");
    assertThat(Barriers.on(browser)).isEmpty();

    browser.width(1440).scheme("dark");
    type("pins-why", "clouds");
    press("#pins-normal");
    awaitText("#pins-answer p + p", "try again in 60 s");
    browser.shoot("door-board-too-soon-1440-dark");
    assertThat(browser.text("document.querySelector('#pins-why').value")).isEqualTo("clouds");
    assertThat(Barriers.on(browser)).isEmpty();
    assertThat(browser.tooWide()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theKeyboardHasTheFileCheckedAndStaysWhereItWas() throws IOException {
    browser.width(360).scheme("light");
    visit("/data");
    browser.driver().findElement(By.id("check-now")).sendKeys(Keys.ENTER);
    awaitText("#sound p[lang=en]", "Tree 2 page 7: <b>");

    assertThat(browser.text("document.activeElement.id")).isEqualTo("check-now");
    assertThat(Barriers.on(browser)).isEmpty();
    assertThat(browser.tooWide()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void withoutScriptsSomebodyComesInChangesASettingAndLeaves() throws IOException {
    browser.scripts(false).width(360).scheme("light");
    browser.driver().manage().deleteAllCookies();
    go(claimed, "/login");
    type("user", "owner");
    type("password", "wrong");
    press("main form button");
    awaitText("#password-error", "name or password is wrong");
    browser.shoot("door-wrong-password-360");

    type("password", "open sesame");
    press("main form button");
    awaitText(".rail a[aria-current]", "Overview");
    go(claimed, "/pumps/house/change?register=room_setpoint");
    type("value", "21.5");
    type("why", "cold nursery");
    press("main form button");
    awaitText("h1", "Are you sure?");
    browser.shoot("door-sure-360");
    press("main form button");
    awaitText(".outcome", "Done: the pump has the new value.");
    browser.shoot("door-outcome-360");

    go(claimed, "/board");
    type("pins-why", "sun");
    press("#pins-recommended");
    awaitText(".sg", "The pump is told 3, recommended: it is advised to run more.");
    type("pins-why", "clouds");
    press("#pins-normal");
    awaitText("#pins-answer p + p", "try again in 60 s");

    go(claimed, "/account");
    press("form[action='/logout'] button");
    awaitText("h1", "Log in");
  }

  private void visit(String page) {
    RunningServer server = page.equals("/claim") ? fresh : claimed;
    go(server, "/login");
    browser.driver().manage().deleteAllCookies();
    if (!page.equals("/login") && server == claimed) {
      browser.driver().manage().addCookie(new Cookie("pumphouse", "owner-session"));
    }
    go(server, page);
  }

  private void go(RunningServer server, String page) {
    browser.driver().get(server.uri("http", page).toString());
  }

  private void type(String field, String text) {
    var box = browser.driver().findElement(By.id(field));
    box.clear();
    box.sendKeys(text);
  }

  private void press(String button) {
    browser.driver().findElement(By.cssSelector(button)).click();
  }

  /** Between finding and reading the next page may come: then it looks again. */
  private void awaitText(String selector, String text) {
    new FluentWait<>(browser.driver())
        .withTimeout(Duration.ofSeconds(10))
        .ignoring(WebDriverException.class)
        .until(page -> page.findElement(By.cssSelector(selector)).getText().equals(text));
  }
}
