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
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;

/** What the pages look like now, in {@code target/screenshots/}: on a desk and on a phone. */
final class ScreenshotsTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final String JOB = "own-data";
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
      String code = agent.await("claim with code=(\\S+)").group(1);
      URI dashboard = URI.create(agent.await("dashboard: (http\\S+)").group(1));
      backUp(agent.await("commands: pumphouse status --data (\\S+)").group(1));
      shootAll(browser.driver(), dashboard, List.of("/claim"));
      own(browser.driver(), dashboard, code);
      List<String> pages = pages(browser.driver(), dashboard);
      assertThat(pages).hasSizeGreaterThan(4);
      shootAll(browser.driver(), dashboard, pages);
      shootAll(browser.driver(), dashboard, List.of("/account", "/backups/jobs/" + JOB));
    }
  }

  private static void shootAll(ChromeDriver driver, URI dashboard, List<String> pages)
      throws IOException {
    Look desk = new Look("desk", 1280, 900, "light");
    Look phone = new Look("phone", 390, 844, "dark");
    for (Look look : List.of(desk, phone)) {
      for (String page : pages) {
        look.use(driver);
        driver.get(dashboard.resolve(page).toString());
        awaitValues(driver);
        shoot(driver, name(page) + "-" + look.name());
      }
    }
  }

  private static void own(ChromeDriver page, URI dashboard, String code) {
    page.get(dashboard.resolve("/claim").toString());
    page.findElement(By.name("code")).sendKeys(code);
    page.findElement(By.name("user")).sendKeys("owner");
    page.findElement(By.name("password")).sendKeys("four words of a picture", Keys.ENTER);
    await(page, "return location.pathname !== '/claim' && document.readyState === 'complete'");
  }

  /** Once, of its own data, into a folder beside. */
  private void backUp(String data) throws InterruptedException {
    order(data, "create", JOB, "type=snapshot", "same-disk=yes", "destination=" + folder);
    order(data, "start", JOB);
  }

  private static void order(String data, String... words) throws InterruptedException {
    List<String> typed =
        Stream.concat(Stream.of("--data", data, "jobs"), Stream.of(words)).toList();
    try (Child order = new Child(Map.of(), Product.command(typed))) {
      assertThat(order.exitCode()).isZero();
    }
  }

  private static void await(ChromeDriver page, String script) {
    new FluentWait<>(page)
        .withTimeout(Duration.ofSeconds(60))
        .until(at -> Boolean.TRUE.equals(at.executeScript(script)));
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
    await(
        page,
        "const charts = document.getElementById('charts');"
            + "return document.readyState === 'complete'"
            + " && !document.querySelector('.htmx-request')"
            + " && (!charts || charts.dataset.drawn === 'true'"
            + " && charts.dataset.reckoned === 'true')");
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
