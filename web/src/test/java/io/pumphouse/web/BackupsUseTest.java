package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.model.BackupGlance;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What people do with the pages of backups, in a real browser. */
final class BackupsUseTest {
  private final RunningServer running = new RunningServer();
  private final FakeBackups backups = running.backups;
  private final Browser browser;
  private final Owner owner;

  BackupsUseTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
    owner = new Owner(browser, running);
    CopyRoom.fill(backups);
  }

  @AfterEach
  void stop() {
    browser.close();
    running.close();
  }

  @Test
  void theFiguresOfARunFollowItAndItsEndIsSeen() {
    owner.visit("/backups");
    owner.await("#connection", "live");
    backups.tell(CopyRoom.photos(new RunState.Running(RunPhase.VERIFY), 77));
    owner.await("#active-12 [data-part=phase]", "Comparing");
    owner.await("#job-photos [data-part=percent]", "77\u00a0%");

    JobRun ended = CopyRoom.photos(new RunState.Ended(RunOutcome.SUCCEEDED), 100);
    backups.put(List.of(CopyRoom.newest(ended)), List.of(ended), List.of());
    backups.tell(ended);
    running.time.pass(Duration.ofSeconds(1));
    owner.await("#job-photos .badge", "succeeded");
    owner.await("#stat-active .figure", "0");
    assertThat(browser.number("document.querySelectorAll('#active-12').length")).isZero();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anOrderKeepsTheKeyboardWhereItWas() {
    owner.visit("/backups");
    owner.await("#connection", "live");
    browser.driver().findElement(By.id("dry-run-own-data")).sendKeys("\n");
    owner.await("#told strong", "Dry run of Own data: nothing was changed.");
    assertThat(browser.text("document.activeElement.id")).isEqualTo("dry-run-own-data");
    owner.press("#start-own-data");
    owner.await("#told strong", "Own data is on its way.");
    assertThat(backups.orders()).containsExactly("started own-data for owner");
  }

  @Test
  void whatIsRefusedSaysWhyAndWhatToDo() {
    owner.visit("/backups");
    owner.await("#connection", "live");
    owner.press("#ask-delete-own-data");
    owner.press("#delete-own-data");
    owner.await("#told .trouble strong", "Own data was not deleted.");
    assertThat(browser.text("document.getElementById('told').textContent"))
        .contains("own-data is running", "cancel it first");
  }

  @Test
  void everythingIsOrderedWithoutScriptsToo() {
    browser.scripts(false).width(360);
    owner.visit("/backups");
    owner.press("#active-pause-photos");
    owner.await("#told strong", "Photos to the NAS is being paused.");
    owner.press("#disable-own-data");
    owner.await("#told strong", "Own data no longer runs by itself.");
    owner.press("#duplicate-own-data");
    owner.await(
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
      owner.visit(page);
      assertThat(browser.text("document.getElementById('unfinished').textContent"))
          .as(page)
          .startsWith("Interrupted backup runs: 2");
    }
    owner.press(".unfinished form button");
    owner.await("#told strong", "They go on.");
    owner.visit("/backups/recovery");
    owner.press("input[value='7']");
    owner.press("[formaction$=dismiss]");
    owner.await(".done strong", "Taken off the list. Nothing else was changed.");
    assertThat(backups.orders()).containsExactly("resumed [7, 9]", "dismissed [9]");
  }

  @Test
  void aSocketCutDuringARunIsPolledOverAndNothingIsDoubledAfterwards() {
    browser
        .driver()
        .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", SOCKETS));
    owner.visit("/backups");
    owner.await("#connection", "live");
    browser.driver().executeScript("isCut = true; sockets.at(-1).close()");
    owner.await("#connection", "polling");
    JobRun ended = CopyRoom.photos(new RunState.Ended(RunOutcome.SUCCEEDED), 100);
    backups.put(List.of(CopyRoom.newest(ended)), List.of(ended), List.of());
    owner.await("#job-photos .badge", "succeeded");

    JobRun again = CopyRoom.running("photos", "", 13).latest().getFirst();
    backups.put(List.of(CopyRoom.newest(again)), List.of(again, ended), List.of());
    browser.driver().executeScript("isCut = false; dispatchEvent(new Event('online'))");
    owner.await("#connection", "live");
    owner.await("#active-13 [data-part=phase]", "Copying");
    backups.tell(again);
    assertThat(browser.number("document.querySelectorAll('.tile').length")).isEqualTo(1);
    assertThat(browser.number("document.querySelectorAll('.active').length")).isEqualTo(1);
    assertThat(browser.number("document.querySelectorAll('#recent li').length")).isEqualTo(2);
  }

  private static final String SOCKETS =
      """
      window.sockets = [];
      window.isCut = false;
      window.WebSocket = class extends WebSocket {
        constructor(address) {
          super(window.isCut ? address + "/nowhere" : address);
          window.sockets.push(this);
        }
      };
      """;

  @Test
  void hostileNamesStayInTheirPlace() throws IOException {
    String evil = "\"><script>document.title='hacked'</script>'&\u202eمضخة" + "x".repeat(200);
    JobRun run =
        CopyRoom.photos(new RunState.Ended(RunOutcome.FAILED), 3).saying(false, evil, evil);
    backups.put(
        List.of(CopyRoom.running("photos", evil, 12), CopyRoom.other(evil, run)),
        List.of(run),
        List.of());
    browser.width(360);
    owner.visit("/backups");
    browser.shoot("hostile-backups");
    assertThat(browser.text("document.title")).doesNotStartWith("hacked");
    assertThat(browser.tooWide()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void manyJobsComeInPagesAndCanBeSearched() {
    backups.put(CopyRoom.many(200), List.of(), List.of());
    owner.visit("/backups");
    assertThat(browser.number("document.querySelectorAll('.tile').length")).isEqualTo(12);
    assertThat(browser.number("document.querySelectorAll('.pages a').length")).isEqualTo(17);
    owner.visit("/backups?q=b%26b%23%25&page=1");
    assertThat(browser.text("document.getElementById('backups').dataset.from"))
        .endsWith("?q=b%26b%23%25&show=all&page=1");
    owner.visit("/backups?q=job-199");
    assertThat(browser.number("document.querySelectorAll('.tile').length")).isEqualTo(1);
  }
}
