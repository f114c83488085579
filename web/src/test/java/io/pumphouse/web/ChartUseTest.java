package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput.ScrollOrigin;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * What people do with the charts, in a real browser: one for all tests, with a new page for each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChartUseTest {
  private static final List<String> OVER_TIME =
      List.of("temperatures", "cop", "performance", "power", "valve");
  private static final List<String> ALL =
      List.of("temperatures", "cop", "run-time", "energy-flow", "performance", "power", "valve");

  private final RunningServer running = RunningServer.onAWinterDay();
  private final Path files;
  private final Browser browser;
  private final ChartPage page;

  ChartUseTest(@TempDir Path place) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    files = place.resolve("files");
    browser = new Browser(place.resolve("profile")).width(1440);
    page = new ChartPage(browser);
  }

  @AfterAll
  void stop() {
    browser.close();
    running.close();
  }

  @BeforeEach
  void visit() {
    browser.driver().get(running.uri("http", "/analysis?pump=house&range=24h").toString());
    browser.driver().executeScript("localStorage.clear()");
    browser.driver().navigate().refresh();
    awaitDrawn();
  }

  @Test
  void aLineOrShadeThatWasPutAwayIsInNoChartEvenWhenThePageIsOpenedAgain() {
    browser.driver().findElement(By.cssSelector("[data-metric=brine_in]")).click();
    browser.driver().findElement(By.cssSelector("[data-shade=hot-water] input")).click();
    assertThat(page.drawn("temperatures")).doesNotContain("Brine in", "Hot water");

    browser.driver().navigate().refresh();
    awaitDrawn();

    assertThat(page.drawn("temperatures"))
        .doesNotContain("Brine in", "Hot water")
        .contains("Brine out");
    assertThat(page.drawn("power")).doesNotContain("Hot water").contains("Compressor runs");
  }

  @Test
  void whatNobodyKnowsIsAGapInTheLineAndSaysSo() {
    String values = ChartPage.values("temperatures", "supply_temp");

    assertThat(browser.number(values + ".filter((value) => value === null).length")).isEqualTo(20);
    assertThat(browser.number(values + ".lastIndexOf(null) - " + values + ".indexOf(null)"))
        .isEqualTo(19);
    assertThat(browser.text(ChartPage.line("temperatures", "supply_temp") + ".connectNulls"))
        .isEqualTo("false");
    assertThat(
            browser.text(ChartPage.option("temperatures") + ".series[0].markArea.data[0][0].name"))
        .isEqualTo("no data");
  }

  @Test
  void whatIsKnownOfPartOfAStepOnlySaysOfHowMuch() {
    long last = browser.number(ChartPage.values("power", "heat_power") + ".indexOf(null)") - 1;

    assertThat(page.pointed("power", "heat_power", last)).endsWith("  40\u00a0% of the time known");
    assertThat(page.pointed("power", "heat_power", last - 1)).doesNotContain("%");
  }

  @Test
  void whatRestsOnAnAssumptionIsMarkedWithIt() {
    for (String chart : ALL) {
      WebElement mark = page.part(chart, "estimate");
      if (List.of("cop", "energy-flow", "power").contains(chart)) {
        assertThat(mark.getText()).as(chart).contains("estimate", "18 l/min that was assumed");
      } else {
        assertThat(mark.isDisplayed()).as(chart).isFalse();
      }
    }
    assertThat(page.pointed("cop", "cop", 0)).contains("COP  ≈ 3.6");
    assertThat(page.pointed("temperatures", "supply_temp", 0))
        .contains("Supply  37.")
        .doesNotContain("≈");
    assertThat(page.flow("heating", 105)).isEqualTo("Heating\n≈ 105.0\u00a0kWh");
  }

  @Test
  void howFarAValueWentInItsStepIsFetchedOnceSomebodyPoints() {
    assertThat(page.pointed("temperatures", "supply_temp", 0)).doesNotContain("–");

    new Actions(browser.driver()).moveToElement(page.plot("temperatures")).perform();

    new FluentWait<>(page)
        .withTimeout(Duration.ofSeconds(10))
        .until(it -> it.pointed("temperatures", "supply_temp", 0).contains(" – "));
  }

  @Test
  void theFlowOfEnergyIsInKilowattHours() {
    assertThat(page.flow("ground", 83.4)).isEqualTo("Ground or air\n83.4\u00a0kWh");
    page.part("energy-flow", "csv").click();

    assertThat(file("house-energy-flow.csv"))
        .content()
        .contains("\"From\",\"To\",\"kWh\",\"How known\"\r\n")
        .contains("\"Electricity\",\"Heat pump\",32.2,\"measured\"\r\n");
  }

  @Test
  void zoomingOneChartZoomsAllAndFetchesFinerSteps() {
    assertThat(page.part("cop", "whole").isDisplayed()).isFalse();
    WebElement plot = page.plot("temperatures");
    new Actions(browser.driver())
        .keyDown(Keys.CONTROL)
        .scrollFromOrigin(ScrollOrigin.fromElement(plot), 0, -600)
        .keyUp(Keys.CONTROL)
        .perform();

    await("document.getElementById('charts').dataset.sharp ?? ''", "true");
    String end = browser.text(ChartPage.zoom("temperatures") + ".end");
    for (String chart : OVER_TIME) {
      assertThat(browser.number(ChartPage.zoom(chart) + ".start")).as(chart).isPositive();
      assertThat(browser.text(ChartPage.zoom(chart) + ".end")).as(chart).isEqualTo(end);
    }
    assertThat(browser.number(ChartPage.line("cop", "cop") + ".data.length")).isGreaterThan(480);

    page.part("cop", "whole").click();

    await("document.getElementById('charts').dataset.sharp", "false");
    assertThat(browser.number(ChartPage.zoom("temperatures") + ".end")).isEqualTo(100);
  }

  @Test
  void pointingAtOneChartPointsAtTheSameTimeInAll() {
    browser
        .driver()
        .executeScript(
            "window.pointedAt = {};"
                + "for (const plot of document.querySelectorAll('.plot'))"
                + "  echarts.getInstanceByDom(plot).on('updateAxisPointer', ({axesInfo}) => {"
                + "    if (axesInfo.length > 0) pointedAt[plot.parentElement.dataset.chart] ="
                + "      axesInfo[0].value;"
                + "  });");

    new Actions(browser.driver()).moveToElement(page.plot("temperatures"), 40, 20).perform();

    await("Object.keys(pointedAt).sort().join()", "cop,performance,power,temperatures,valve");
    await("new Set(Object.values(pointedAt)).size", "1");
  }

  @Test
  void allChartsShowTheTimeThatWasChosen() {
    browser.driver().findElement(By.linkText("7 days")).click();
    awaitDrawn();

    for (String chart : OVER_TIME) {
      String axis = ChartPage.option(chart) + ".xAxis[0]";
      assertThat(browser.number("(" + axis + ".max - " + axis + ".min) / 86_400_000"))
          .as(chart)
          .isEqualTo(7);
    }
  }

  @Test
  void everyChartCanBeTakenAlongAsAFileAndAsAPicture() {
    for (String chart : ALL) {
      page.part(chart, "csv").click();
      page.part(chart, "png").click();

      assertThat(file("house-%s.csv".formatted(chart))).content().contains("\",\"");
      assertThat(file("house-%s.png".formatted(chart)))
          .content(StandardCharsets.ISO_8859_1)
          .startsWith("\u0089PNG")
          .hasSizeGreaterThan(5_000);
    }
    assertThat(file("house-temperatures.csv"))
        .content()
        .startsWith("\ufeff\"Time\",\"Supply, °C\",\"Supply, wanted, °C\"")
        .containsPattern("\r\n2026-02-02T12:00:00.000Z,3\\d\\.\\d+,");
  }

  @Test
  void theLibraryIsLoadedOnlyWhereAChartIs() {
    String loaded =
        "performance.getEntriesByType('resource').filter(({name}) => name.includes('echarts')).length";
    assertThat(browser.number(loaded)).isEqualTo(1);
    for (String page : List.of("/", "/?pump=house", "/events", "/registers?pump=house")) {
      browser.driver().get(running.uri("http", page).toString());

      assertThat(browser.number(loaded)).as(page).isZero();
    }
  }

  /** What was taken along; Chromium holds its name with an empty file until it is whole. */
  private Path file(String name) {
    Path file = files.resolve(name);
    new FluentWait<>(file.toFile())
        .withTimeout(Duration.ofSeconds(30)) // by a browser that shares its processors
        .until(taken -> taken.length() > 0);
    return file;
  }

  private void awaitDrawn() {
    browser
        .driver()
        .executeCdpCommand(
            "Browser.setDownloadBehavior",
            Map.of("behavior", "allow", "downloadPath", files.toString()));
    await("document.getElementById('charts').dataset.drawn ?? ''", "true");
    await("document.getElementById('charts').dataset.reckoned ?? ''", "true");
  }

  private void await(String expression, String text) {
    new FluentWait<>(browser)
        .withTimeout(Duration.ofSeconds(10))
        .until(tab -> tab.text(expression).equals(text));
  }
}
