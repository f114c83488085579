package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;

/** A job is made on the page, run with the real rsync, and what the page says of it is true. */
final class BackupPagesTest {
  private static final Pattern CODE = Pattern.compile("\\b\\w{4}-\\w{4}-\\w{4}\\b");
  private static final String NOBODY =
      "- {id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:1\"}}";

  @TempDir private Path folder;

  @Test
  void aJobMadeOnThePageRunsAndThePageTellsTheTruth() throws IOException, InterruptedException {
    Tools.require("chromium", "chromedriver", "rsync");
    Path source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(source.resolve("å b'c.txt"), "readings");
    Path copies = folder.resolve("copies");
    try (Product agent = Product.start(folder, NOBODY);
        Browser browser = new Browser(folder.resolve("profile"))) {
      ChromeDriver page = browser.driver();
      claim(page, agent);
      page.get(agent.dashboard().resolve("/backups/new?type=rsync").toString());
      type(page, "f-name", "Photos");
      type(page, "f-source", source.toString());
      type(page, "f-destination", copies.toString());
      press(page, "details:not([open]) > summary");
      press(page, "#f-same-disk");
      press(page, "#f-verify");
      press(page, ".job-form > .choices button");
      await(page, "#told strong", "Photos is made.");

      press(page, "#start-photos");
      await(page, "#job-photos .badge", "succeeded");
      assertThat(copies.resolve("å b'c.txt")).hasContent("readings");
      press(page, "#recent a");
      await(page, "#verdict strong", "Everything is there and on the disk.");
      assertThat(page.findElement(By.id("verdict")).getText()).contains("verified");
      assertThat(page.findElement(By.id("log")).getText()).contains("exit 0");

      Files.move(source, folder.resolve("gone"));
      press(page, "#verdict button");
      await(page, "#job-photos .badge", "failed");
      assertThat(page.findElement(By.id("job-photos")).getText()).contains("rsync exit 23");
      assertThat(page.findElement(By.id("stat-overdue")).getText()).contains("1 failed last time");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void claim(ChromeDriver page, Product agent) throws InterruptedException {
    List<String> asked = List.of("claim-code", "--data", agent.data().toString());
    try (Child teller = new Child(Map.of(), Product.command(asked))) {
      Matcher code = CODE.matcher(teller.output());
      assertThat(code.find()).isTrue();
      page.get(agent.dashboard().resolve("/claim").toString());
      type(page, "code", code.group());
    }
    type(page, "user", "owner");
    type(page, "password", "open sesame, please");
    press(page, "main form button");
    await(page, ".rail a[aria-current]", "Overview");
  }

  private static void type(ChromeDriver page, String field, String text) {
    page.findElement(By.id(field)).sendKeys(text);
  }

  private static void press(ChromeDriver page, String control) {
    WebElement found = page.findElement(By.cssSelector(control));
    page.executeScript("arguments[0].scrollIntoView({block: 'center'})", found);
    found.click();
  }

  /** Between finding and reading a part may be replaced: then it looks again. */
  private static void await(ChromeDriver page, String selector, String text) {
    new FluentWait<>(page)
        .withTimeout(Duration.ofSeconds(30))
        .ignoring(WebDriverException.class)
        .until(at -> at.findElement(By.cssSelector(selector)).getText().equals(text));
  }
}
