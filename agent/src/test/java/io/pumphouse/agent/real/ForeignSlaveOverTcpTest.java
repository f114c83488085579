package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.Wait;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * pymodbus plays a NIBE S1255 over Modbus TCP; what it holds must stand in the API and on the page.
 */
final class ForeignSlaveOverTcpTest {
  private static final int OUTDOOR = 1;
  private static final int SUPPLY = 5;
  private static final int EXTERNAL_SUPPLY = 39;
  private static final int TOTAL_ELECTRICITY = 3823;

  @TempDir private Path folder;
  private ForeignSlave slave;
  private Product product;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    Tools.require("python3");
    int port = Ports.free();
    slave = ForeignSlave.tcp(folder, port);
    slave.fill("input", 0, 4999, 0);
    slave.fill("holding", 0, 4999, 0);
    slave.set("input", OUTDOOR, -38);
    slave.set("input", SUPPLY, 354);
    slave.set("input", EXTERNAL_SUPPLY, -32768);
    slave.set("input", TOTAL_ELECTRICITY, 0x5678);
    slave.set("input", TOTAL_ELECTRICITY + 1, 0x0012);
    product =
        Product.start(
            folder,
            "- {id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:%d\"}, poll-interval: 1s}"
                .formatted(port));
  }

  @AfterEach
  void stop() {
    product.close();
    slave.close();
  }

  @Test
  void registersComeOutRightInTheApi() throws IOException, InterruptedException {
    try (LiveEar ear = product.listen()) {
      ear.await("total_electricity", reading -> "value".equals(reading.get("state")));
    }
    assertThat(value("outdoor_temp")).isEqualTo(-3.8);
    assertThat(value("supply_temp")).isEqualTo(35.4);
    assertThat(value("total_electricity")).isEqualTo(0x0012_5678 / 10.0);
    assertThat(product.reading("house", "supply_temp_external"))
        .containsEntry("state", "missing")
        .containsEntry("value", null);
  }

  private double value(String metric) throws IOException, InterruptedException {
    Map<String, Object> reading = product.reading("house", metric);
    assertThat(reading).containsEntry("state", "value");
    return Double.parseDouble(String.valueOf(reading.get("value")));
  }

  @Test
  void aChangeArrivesWithTheNextPoll() throws InterruptedException {
    try (LiveEar ear = product.listen()) {
      ear.await("outdoor_temp", reading -> "value".equals(reading.get("state")));
      slave.set("input", OUTDOOR, -125);
      assertThat(ear.await("outdoor_temp", reading -> "-12.5".equals(text(reading))))
          .containsEntry("state", "value");
    }
  }

  private static String text(Map<String, Object> reading) {
    return String.valueOf(reading.get("value"));
  }

  @Test
  void theBrowserShowsTheValueAndItsChange() throws InterruptedException {
    Tools.require("chromium", "chromedriver");
    try (LiveEar ear = product.listen()) {
      ear.await("outdoor_temp", reading -> "value".equals(reading.get("state")));
    }
    try (Browser browser = new Browser(folder.resolve("profile"))) {
      browser.driver().get(product.dashboard().toString());
      // Registers heard for the first time bring their cards anew; a card looked up just before is
      // gone then.
      Wait<WebDriver> wait =
          new WebDriverWait(browser.driver(), Duration.ofSeconds(30))
              .ignoring(StaleElementReferenceException.class);
      By outdoor = By.cssSelector("[data-name='outdoor_temp']");
      wait.until(driver -> driver.findElement(outdoor).getText().contains("−3.8"));
      slave.set("input", OUTDOOR, 17);
      wait.until(driver -> driver.findElement(outdoor).getText().contains("1.7"));
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
