package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;

/** What the pages look like now, in {@code target/screenshots/}: on a desk and on a phone. */
final class ScreenshotsTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final int FEWEST_COLOURS = 8;

  /**
   * How pages are looked at.
   *
   * @param name for the file
   * @param width of the window, in CSS pixels
   * @param height of it
   * @param scheme light or dark
   */
  private record Look(String name, int width, int height, String scheme) {
    void use(ChromeDriver page) {
      page.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
      page.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
      page.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }
  }

  @TempDir private Path folder;

  @Test
  void everyPageHasAPictureOnADeskAndOnAPhone() throws IOException, InterruptedException {
    Tools.require("chromium", "chromedriver");
    List<String> demo = List.of("demo", "--days", "2", "--port", "0");
    try (Child agent = new Child(Map.of(), Product.command(demo));
        Browser browser = new Browser(folder.resolve("profile"))) {
      URI dashboard = URI.create(agent.await("dashboard: (http\\S+)").group(1));
      Look desk = new Look("desk", 1280, 900, "light");
      Look phone = new Look("phone", 390, 844, "dark");
      List<String> pages = pages(browser.driver(), dashboard);
      assertThat(pages).hasSizeGreaterThan(4);
      for (Look look : List.of(desk, phone)) {
        for (String page : pages) {
          look.use(browser.driver());
          browser.driver().get(dashboard.resolve(page).toString());
          awaitValues(browser.driver());
          shoot(browser.driver(), name(page) + "-" + look.name());
        }
      }
    }
  }

  /** Where the menu of the first page leads. */
  private static List<String> pages(ChromeDriver page, URI dashboard) {
    page.get(dashboard.toString());
    return page.findElements(By.cssSelector("nav.rail a[href]")).stream()
        .map(link -> URI.create(String.valueOf(link.getDomProperty("href"))).getPath())
        .distinct()
        .toList();
  }

  private static String name(String path) {
    return path.equals("/") ? "overview" : path.substring(1).replace('/', '-');
  }

  /** A page stands once its fonts are there and nobody asks for a part of it any more. */
  private static void awaitValues(ChromeDriver page) {
    new FluentWait<>(page)
        .withTimeout(Duration.ofSeconds(60))
        .until(
            at ->
                Boolean.TRUE.equals(
                    at.executeScript(
                        "const charts = document.getElementById('charts');"
                            + "return document.readyState === 'complete'"
                            + " && !document.querySelector('.htmx-request')"
                            + " && (!charts || charts.dataset.drawn === 'true'"
                            + " && charts.dataset.reckoned === 'true')")));
  }

  private static void shoot(ChromeDriver page, String name) throws IOException {
    Object picture =
        page.executeCdpCommand(
                "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
            .get("data");
    byte[] png = Base64.getDecoder().decode(String.valueOf(picture));
    assertThat(colours(ImageIO.read(new ByteArrayInputStream(png))))
        .as(name)
        .isGreaterThan(FEWEST_COLOURS);
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve(name + ".png"), png);
  }

  /** A page that failed to draw has next to none. */
  private static long colours(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .distinct()
        .count();
  }
}
