package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunPhase;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.sample.CopyRoom;
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
  private final Stage stage;

  BackupsUseTest(@TempDir Path profile) {
    stage = new Stage(profile);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void theFiguresOfARunFollowItAndItsEndIsSeen() {
    stage.owner.visit("/backups");
    stage.owner.await("#connection", "live");
    stage.backups.tell(CopyRoom.photos(new RunState.Running(RunPhase.VERIFY), 77));
    stage.owner.await("#active-12 [data-part=phase]", "Comparing");
    stage.owner.await("#job-photos [data-part=percent]", "77\u00a0%");

    JobRun ended = CopyRoom.photos(new RunState.Ended(RunOutcome.SUCCEEDED), 100);
    stage.backups.put(List.of(CopyRoom.newest(ended)), List.of(ended), List.of());
    stage.backups.tell(ended);
    stage.running.time.pass(Duration.ofSeconds(1));
    stage.owner.await("#job-photos .badge", "succeeded");
    stage.owner.await("#stat-active .figure", "0");
    assertThat(stage.browser.number("document.querySelectorAll('#active-12').length")).isZero();
    assertThat(stage.browser.complaints()).isEmpty();
  }

  @Test
  void anOrderKeepsTheKeyboardWhereItWas() {
    stage.owner.visit("/backups");
    stage.owner.await("#connection", "live");
    stage.browser.driver().findElement(By.id("dry-run-own-data")).sendKeys("\n");
    stage.owner.await("#told strong", "Dry run of Own data: nothing was changed.");
    assertThat(stage.browser.text("document.activeElement.id")).isEqualTo("dry-run-own-data");
    stage.owner.press("#start-own-data");
    stage.owner.await("#told strong", "Own data is on its way.");
    assertThat(stage.backups.orders()).containsExactly("started own-data for owner");
  }

  @Test
  void whatIsRefusedSaysWhyAndWhatToDo() {
    stage.owner.visit("/backups");
    stage.owner.await("#connection", "live");
    stage.owner.press("#ask-delete-own-data");
    stage.owner.press("#delete-own-data");
    stage.owner.await("#told .trouble strong", "Own data was not deleted.");
    assertThat(stage.browser.text("document.getElementById('told').textContent"))
        .contains("own-data is running", "cancel it first");
  }

  @Test
  void everythingIsOrderedWithoutScriptsToo() {
    stage.browser.scripts(false).width(360);
    stage.owner.visit("/backups");
    stage.owner.press("#active-pause-photos");
    stage.owner.await("#told strong", "Photos to the NAS is being paused.");
    stage.owner.press("#disable-own-data");
    stage.owner.await("#told strong", "Own data no longer runs by itself.");
    stage.owner.press("#duplicate-own-data");
    stage.owner.await(
        "#told .done p", "Own data has a copy, which is disabled until you have looked at it.");
    stage.browser.driver().navigate().refresh();
    assertThat(stage.browser.driver().findElements(By.cssSelector("#told strong"))).isEmpty();
    assertThat(stage.backups.orders())
        .containsExactly(
            "paused photos",
            "edited own-data {enabled=no}",
            "duplicated own-data as own-data-copy");
  }

  @Test
  void whoMayNotRunJobsSeesNoButtons() {
    stage.browser.driver().get(stage.running.uri("http", "/backups").toString());
    assertThat(stage.browser.number("document.querySelectorAll('#backups form button').length"))
        .isEqualTo(1);
    assertThat(stage.browser.text("document.querySelector('#backups .panel-head a').textContent"))
        .isEqualTo("Log in to run jobs");
  }

  @Test
  void interruptedRunsAreAskedAboutOnEveryPageAndDecidedThere() {
    stage.backups.stand(new BackupGlance(6, 0, 0, 2, List.of(), List.of()));
    for (String page : List.of("/", "/events", "/data", "/account")) {
      stage.owner.visit(page);
      assertThat(stage.browser.text("document.getElementById('unfinished').textContent"))
          .as(page)
          .startsWith("Interrupted backup runs: 2");
    }
    stage.owner.press(".unfinished form button");
    stage.owner.await("#told strong", "They go on.");
    stage.owner.visit("/backups/recovery");
    stage.owner.press("input[value='7']");
    stage.owner.press("[formaction$=dismiss]");
    stage.owner.await(".done strong", "Taken off the list. Nothing else was changed.");
    assertThat(stage.backups.orders()).containsExactly("resumed [7, 9]", "dismissed [9]");
  }

  @Test
  void aSocketCutDuringARunIsPolledOverAndNothingIsDoubledAfterwards() {
    stage
        .browser
        .driver()
        .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", SOCKETS));
    stage.owner.visit("/backups");
    stage.owner.await("#connection", "live");
    stage.browser.driver().executeScript("isCut = true; sockets.at(-1).close()");
    stage.owner.await("#connection", "polling");
    JobRun ended = CopyRoom.photos(new RunState.Ended(RunOutcome.SUCCEEDED), 100);
    stage.backups.put(List.of(CopyRoom.newest(ended)), List.of(ended), List.of());
    stage.owner.await("#job-photos .badge", "succeeded");

    JobRun again = CopyRoom.running("photos", "", 13).latest().getFirst();
    stage.backups.put(List.of(CopyRoom.newest(again)), List.of(again, ended), List.of());
    stage.browser.driver().executeScript("isCut = false; dispatchEvent(new Event('online'))");
    stage.owner.await("#connection", "live");
    stage.owner.await("#active-13 [data-part=phase]", "Copying");
    stage.backups.tell(again);
    assertThat(stage.browser.number("document.querySelectorAll('.tile').length")).isEqualTo(1);
    assertThat(stage.browser.number("document.querySelectorAll('.active').length")).isEqualTo(1);
    assertThat(stage.browser.number("document.querySelectorAll('#recent li').length")).isEqualTo(2);
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
    stage.backups.put(
        List.of(CopyRoom.running("photos", evil, 12), CopyRoom.other(evil, run)),
        List.of(run),
        List.of());
    stage.browser.width(360);
    stage.owner.visit("/backups");
    stage.browser.shoot("hostile-backups");
    assertThat(stage.browser.text("document.title")).doesNotStartWith("hacked");
    assertThat(stage.browser.tooWide()).isEmpty();
    assertThat(stage.browser.complaints()).isEmpty();
  }

  @Test
  void manyJobsComeInPagesAndCanBeSearched() {
    stage.backups.put(CopyRoom.many(200), List.of(), List.of());
    stage.owner.visit("/backups");
    assertThat(stage.browser.number("document.querySelectorAll('.tile').length")).isEqualTo(12);
    assertThat(stage.browser.number("document.querySelectorAll('.pages a').length")).isEqualTo(17);
    stage.owner.visit("/backups?q=b%26b%23%25&page=1");
    assertThat(stage.browser.text("document.getElementById('backups').dataset.from"))
        .endsWith("?q=b%26b%23%25&show=all&page=1");
    stage.owner.visit("/backups?q=job-199");
    assertThat(stage.browser.number("document.querySelectorAll('.tile').length")).isEqualTo(1);
  }
}
