package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * Thirty days of a virtual pump, from its database to every chart in a real browser. The picture
 * lies in {@code target/screenshots/}: look at it.
 */
final class DemoChartsTest {
  private static final List<String> CHARTS =
      List.of("temperatures", "cop", "run-time", "energy-flow", "performance", "power", "valve");

  /**
   * How many values are drawn of each line of a chart, or slices or flows; what only shades it may
   * well have none, as a pump in the ground has nothing to defrost.
   */
  private static final String DRAWN =
      """
      const {series} = echarts.getInstanceByDom(
        document.querySelector(`[data-chart=${arguments[0]}] .plot`)).getOption();
      const value = (each) => Array.isArray(each) ? each[1] : Array.isArray(each?.value) ? each.value[1] : each?.value;
      return Object.fromEntries(series.filter(({id, silent}) => id !== "background" && !silent).map(({name, data, links}) =>
        [name ?? "all", (links ?? data).filter((each) => Number.isFinite(value(each))).length]));
      """;

  @TempDir private Path folder;

  @Test
  void everyChartShowsThirtyDays() throws IOException, InterruptedException {
    Tools.require("chromium", "chromedriver");
    List<String> demo = List.of("demo", "--days", "30", "--port", "0");
    try (Child agent = new Child(Map.of(), Product.command(demo));
        Browser browser = new Browser(folder.resolve("profile"))) {
      URI dashboard = URI.create(agent.await("dashboard: (http\\S+)").group(1));
      ChromeDriver driver = browser.driver();
      size(driver);
      driver.get(dashboard.resolve("/analysis?range=30d").toString());
      new FluentWait<>(driver)
          .withTimeout(Duration.ofSeconds(60))
          .until(page -> is(page, "drawn") && is(page, "reckoned"));

      for (String chart : CHARTS) {
        Map<String, Long> drawn = drawn(driver, chart);
        assertThat(drawn).as(chart).isNotEmpty();
        assertThat(drawn.values()).as("%s %s", chart, drawn).allMatch(count -> count > 0);
      }
      assertThat(drawn(driver, "temperatures").get("Outdoors")).isGreaterThan(500);
      assertThat(browser.complaints()).isEmpty();
      shoot(driver);
    }
  }

  private static boolean is(ChromeDriver page, String what) {
    return Boolean.TRUE.equals(
        page.executeScript(
            "return document.getElementById('charts').dataset[arguments[0]] === 'true'", what));
  }

  private static Map<String, Long> drawn(ChromeDriver driver, String chart) {
    assertThat(driver.executeScript(DRAWN, chart)).as(chart).isInstanceOf(Map.class);
    return driver.executeScript(DRAWN, chart) instanceof Map<?, ?> counted
        ? counted.entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> String.valueOf(each.getKey()),
                    each -> Long.valueOf(String.valueOf(each.getValue()))))
        : Map.of();
  }

  private static void size(ChromeDriver driver) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 1440, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  private static void shoot(ChromeDriver driver) throws IOException {
    Object picture =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
            .get("data");
    Path file = Path.of("target", "screenshots", "analysis-30-days.png");
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(String.valueOf(picture)));
  }
}
