package io.pumphouse.web;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a screen. */
final class Browser implements AutoCloseable {
  private static final String TOO_WIDE =
      """
      (document.documentElement.scrollWidth <= innerWidth
        ? [...document.querySelectorAll(".card .reading")]
            .filter(element => element.scrollWidth > element.clientWidth)
        : [...document.body.querySelectorAll("*")]
            .filter(element => element.getBoundingClientRect().right > innerWidth)
      ).map(element => element.outerHTML.slice(0, 120)).slice(-3).join("\\n")
      """;

  private final ChromeDriver driver;

  Browser(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--lang=en",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .build(),
            options);
  }

  static boolean isHere() {
    return Foreign.isHere(Path.of("/usr/bin/chromium"))
        && Foreign.isHere(Path.of("/usr/bin/chromedriver"));
  }

  ChromeDriver driver() {
    return driver;
  }

  /** How wide the window is, in CSS pixels, whatever windows this machine allows. */
  Browser width(int width) {
    return devtools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What the person prefers: {@code light} or {@code dark}. */
  Browser scheme(String scheme) {
    List<Map<String, String>> features =
        List.of(
            Map.of("name", "prefers-color-scheme", "value", scheme),
            Map.of("name", "prefers-reduced-motion", "value", "reduce"));
    return devtools("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  Browser scripts(boolean areOn) {
    return devtools("Emulation.setScriptExecutionDisabled", Map.of("value", !areOn));
  }

  /** The whole page, into {@code target/screenshots/NAME.png}. */
  void shoot(String name) throws IOException {
    Object picture =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
            .get("data");
    Path file = Path.of("target", "screenshots", name + ".png");
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(String.valueOf(picture)));
  }

  /** On A4. */
  long printedPages() {
    Object paper =
        driver
            .executeCdpCommand("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69))
            .get("data");
    byte[] pdf = Base64.getDecoder().decode(String.valueOf(paper));
    return Pattern.compile("/Type\\s*/Page\\b")
        .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
        .results()
        .count();
  }

  long number(String script) {
    return driver.executeScript("return " + script) instanceof Number number
        ? number.longValue()
        : -1;
  }

  String text(String script) {
    return String.valueOf(driver.executeScript("return " + script));
  }

  /**
   * What sticks out at the right, so that the page would have to be scrolled; nothing if nothing.
   */
  String tooWide() {
    return text(TOO_WIDE);
  }

  /** What the browser's console says is wrong: script errors, policy violations, missing files. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  private Browser devtools(String command, Map<String, Object> parameters) {
    driver.executeCdpCommand(command, parameters);
    return this;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
