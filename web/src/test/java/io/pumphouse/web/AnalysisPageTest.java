package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.FluentWait;

/** The page of analysis in a real browser. */
final class AnalysisPageTest {
  private static final String PAGE = "/analysis?pump=house&range=24h";

  private final RunningServer running = RunningServer.onAWinterDay();
  private final Browser browser;

  AnalysisPageTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
  }

  @AfterEach
  void stop() {
    browser.close();
    running.close();
  }

  @Test
  void theChartsFitEveryScreenWithoutComplaint() throws IOException {
    for (int width : List.of(360, 768, 1440)) {
      for (String scheme : List.of("light", "dark")) {
        browser.width(width).scheme(scheme);
        visit(PAGE);
        browser.shoot("analysis-%d-%s".formatted(width, scheme));

        assertThat(browser.tooWide()).as("%d px", width).isEmpty();
        assertThat(browser.complaints()).as("%d px", width).isEmpty();
      }
      assertThat(Barriers.on(browser)).as("%d px", width).isEmpty();
    }
  }

  @Test
  void eachChartIsATableToo() {
    browser.width(1440);
    visit(PAGE);
    for (var summary : browser.driver().findElements(By.cssSelector(".chart summary"))) {
      summary.click();
    }

    assertThat(
            browser.number(
                "document.querySelectorAll('[data-chart=temperatures] tbody tr').length"))
        .isEqualTo(480);
    await(
        "document.querySelector('[data-chart=energy-flow] tbody').textContent",
        "difference of others");
    await("document.querySelector('[data-chart=run-time] tbody').textContent", "Idle5.90");
  }

  /** That the house has no electricity meter of its own does not matter: the agent works it out. */
  @Test
  void whatIsDerivedHasItsLine() {
    browser.width(1440);
    visit(PAGE);

    assertThat(
            browser.driver().findElements(By.cssSelector("[data-chart=power] label")).stream()
                .map(WebElement::getText))
        .containsExactly("Electric power", "Heat power", "Additional heat");
  }

  @Test
  void aLineThatWasPutAwayStaysAway() {
    browser.width(1440);
    visit(PAGE);
    browser.driver().findElement(By.cssSelector("[data-metric=brine_in]")).click();
    visit(PAGE);

    assertThat(browser.text("String(document.querySelector('[data-metric=brine_in]').checked)"))
        .isEqualTo("false");
  }

  @Test
  void withoutScriptsTheFiguresAreThereAllTheSame() throws IOException {
    browser.scripts(false).width(360);
    browser.driver().get(running.uri("http", PAGE).toString());
    new FluentWait<>(browser.driver())
        .withTimeout(Duration.ofSeconds(10))
        .until(driver -> driver.getCurrentUrl().contains("figures=now"));
    browser.shoot("analysis-without-scripts");

    assertThat(browser.driver().findElement(By.tagName("body")).getText())
        .contains("3.42", "± 0.04", "34.1", "not known", "no price of electricity")
        .contains("2.0 a day · 57 min each · 5.3 kWh each")
        .contains("estimate · with additional heat (H3) · 96 % of the time known")
        .doesNotContain("Temperatures");
  }

  @Test
  void thePageIsThereBeforeItsKeyFiguresAre() throws Exception {
    assertThat(running.get(PAGE).body())
        .contains("hx-trigger=\"again\"", "being worked out")
        .doesNotContain("3.42");
    assertThat(running.get("/fragment/figures?pump=house&range=24h").body())
        .contains("data-cop=\"3.42", "3.42", "2 Feb 2026")
        .doesNotContain("<html");
  }

  @Test
  void aPriceOfOnesOwnIsSaidToBeThatAndKept() throws Exception {
    browser.width(1440);
    visit(PAGE);
    WebElement price = browser.driver().findElement(By.name("price"));
    price.sendKeys("2,00", Keys.ENTER);

    await("document.querySelector('[data-figure=cost]').textContent", "68.2");
    await("document.querySelector('[data-figure=cost]').textContent", "at your price, 2.00");
    visit(PAGE);
    await("document.querySelector('[data-figure=cost]').textContent", "at your price, 2.00");
  }

  @Test
  void whatIsNoPriceIsSaid() throws Exception {
    assertThat(running.get("/fragment/figures?range=24h&price=%3Cb%3E1").body())
        .contains("&#34;&lt;b&gt;1&#34; is no price".replace("&#34;", "\""))
        .contains("not known");
  }

  @Test
  void aTimeOfOnesOwnIsByTheClocksOfTheSite() throws Exception {
    assertThat(running.get("/analysis?from=2026-02-01T06:00&to=2026-02-01T18:30").body())
        .contains("data-query=\"from=2026-02-01T05:00:00Z&amp;to=2026-02-01T17:30:00Z\"")
        .contains("value=\"2026-02-01T18:30\"");
  }

  @Test
  void whatIsNoTimeIsSaidAndADayIsShown() throws Exception {
    assertThat(running.get("/analysis?from=now&to=then").body())
        .contains("from \"now\" is no time", "range=24h\" aria-current=\"true\"");
  }

  private void visit(String path) {
    browser.driver().get(running.uri("http", path).toString());
    await("document.getElementById('charts').dataset.drawn ?? ''", "true");
    await("document.getElementById('charts').dataset.reckoned ?? ''", "true");
  }

  private void await(String expression, String text) {
    new FluentWait<>(browser)
        .withTimeout(Duration.ofSeconds(10))
        .until(page -> page.text(expression).contains(text));
  }
}
