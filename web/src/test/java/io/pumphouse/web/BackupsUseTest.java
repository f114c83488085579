package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunPhase;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.sample.CopyRoom;
import io.pumphouse.web.sample.FakeBackups;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.FluentWait;

/** What people do with the pages of backups, in a real browser. */
final class BackupsUseTest {
  private final RunningServer running = new RunningServer();
  private final FakeBackups backups = running.backups;
  private final Browser browser;

  BackupsUseTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
    CopyRoom.fill(backups);
  }

  @AfterEach
  void stop() {
    browser.close();
    running.close();
  }

  @Test
  void theFiguresOfARunFollowItAndItsEndIsSeen() {
    visit("/backups");
    awaitText("#connection", "live");
    backups.tell(photos(new RunState.Running(RunPhase.VERIFY), 77));
    awaitText("#active-12 [data-part=phase]", "Comparing");
    awaitText("#job-photos [data-part=percent]", "77\u00a0%");

    JobRun ended = photos(new RunState.Ended(RunOutcome.SUCCEEDED), 100);
    backups.put(List.of(card(ended)), List.of(ended), List.of());
    backups.tell(ended);
    running.time.pass(Duration.ofSeconds(1));
    awaitText("#job-photos .badge", "succeeded");
    awaitText("#stat-active .figure", "0");
    assertThat(browser.number("document.querySelectorAll('#active-12').length")).isZero();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anOrderKeepsTheKeyboardWhereItWas() {
    visit("/backups");
    awaitText("#connection", "live");
    browser.driver().findElement(By.id("dry-run-own-data")).sendKeys("\n");
    awaitText("#told strong", "Dry run of Own data: nothing was changed.");
    assertThat(browser.text("document.activeElement.id")).isEqualTo("dry-run-own-data");
    press("#start-own-data");
    awaitText("#told strong", "Own data is on its way.");
    assertThat(backups.orders()).containsExactly("started own-data for owner");
  }

  @Test
  void whatIsRefusedSaysWhyAndWhatToDo() {
    visit("/backups");
    awaitText("#connection", "live");
    press("#ask-delete-own-data");
    press("#delete-own-data");
    awaitText("#told .trouble strong", "Own data was not deleted.");
    assertThat(browser.text("document.getElementById('told').textContent"))
        .contains("own-data is running", "cancel it first");
  }

  @Test
  void everythingIsOrderedWithoutScriptsToo() {
    browser.scripts(false).width(360);
    visit("/backups");
    press("#active-pause-photos");
    awaitText("#told strong", "Photos to the NAS is being paused.");
    press("#disable-own-data");
    awaitText("#told strong", "Own data no longer runs by itself.");
    press("#duplicate-own-data");
    awaitText(
        "#told .done p", "Own data has a copy, which is disabled until you have looked at it.");
    browser.driver().navigate().refresh();
    assertThat(browser.driver().findElements(By.cssSelector("#told strong"))).isEmpty();
    assertThat(backups.orders())
        .containsExactly(
            "paused photos",
            "edited own-data {enabled=no}",
            "duplicated own-data as own-data-copy");
  }

  @Test
  void whoMayNotRunJobsSeesNoButtons() {
    browser.driver().get(running.uri("http", "/backups").toString());
    assertThat(browser.number("document.querySelectorAll('#backups form button').length"))
        .isEqualTo(1);
    assertThat(browser.text("document.querySelector('#backups .panel-head a').textContent"))
        .isEqualTo("Log in to run jobs");
  }

  @Test
  void interruptedRunsAreAskedAboutOnEveryPageAndDecidedThere() {
    backups.stand(new BackupGlance(6, 0, 0, 2, List.of(), List.of()));
    for (String page : List.of("/", "/events", "/data", "/account")) {
      visit(page);
      assertThat(browser.text("document.getElementById('unfinished').textContent"))
          .as(page)
          .startsWith("Interrupted backup runs: 2");
    }
    press(".unfinished form button");
    awaitText("#told strong", "They go on.");
    visit("/backups/recovery");
    press("input[value='7']");
    press("[formaction$=dismiss]");
    awaitText(".done strong", "Taken off the list. Nothing else was changed.");
    assertThat(backups.orders()).containsExactly("resumed [7, 9]", "dismissed [9]");
  }

  @Test
  void hostileNamesStayInTheirPlace() throws IOException {
    String evil = "\"><script>document.title='hacked'</script>'&\u202eمضخة" + "x".repeat(200);
    JobRun run = photos(new RunState.Ended(RunOutcome.FAILED), 3).saying(false, evil, evil);
    backups.put(
        List.of(CopyRoom.running("photos", evil, 12), card(evil, run)), List.of(run), List.of());
    browser.width(360);
    visit("/backups");
    browser.shoot("hostile-backups");
    assertThat(browser.text("document.title")).doesNotStartWith("hacked");
    assertThat(browser.tooWide()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void manyJobsComeInPagesAndCanBeSearched() {
    backups.put(CopyRoom.many(200), List.of(), List.of());
    visit("/backups");
    assertThat(browser.number("document.querySelectorAll('.tile').length")).isEqualTo(12);
    assertThat(browser.number("document.querySelectorAll('.pages a').length")).isEqualTo(17);
    visit("/backups?q=job-199");
    assertThat(browser.number("document.querySelectorAll('.tile').length")).isEqualTo(1);
  }

  private static JobRun photos(RunState state, int percent) {
    JobRun run = CopyRoom.running("photos", "", 12).latest().getFirst();
    return run.in(state, run.changed()).with(new JobProgress(percent, 900, 1_000, 100, 1));
  }

  private static JobCard card(JobRun run) {
    return card("Photos to the NAS", run);
  }

  private static JobCard card(String name, JobRun run) {
    JobCard as = CopyRoom.running(name.length() > 99 ? "other" : "photos", name, 12);
    return new JobCard(as.job(), as.settings(), List.of(run), List.of(), as.next(), as.isOverdue());
  }

  private void visit(String page) {
    browser.driver().get(running.uri("http", "/login").toString());
    browser.driver().manage().addCookie(new Cookie("pumphouse", "owner-session"));
    browser.driver().get(running.uri("http", page).toString());
  }

  /** In the middle of the screen, where nothing that stands fast lies over it. */
  private void press(String control) {
    WebElement found = browser.driver().findElement(By.cssSelector(control));
    browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", found);
    found.click();
  }

  private void awaitText(String selector, String text) {
    new FluentWait<>(browser)
        .withTimeout(Duration.ofSeconds(10))
        .ignoring(WebDriverException.class)
        .until(
            page ->
                page.text("document.querySelector('" + selector + "')?.textContent").equals(text));
  }
}
