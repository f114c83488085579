package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunPhase;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.sample.CopyRoom;
import io.pumphouse.web.sample.FakeBackups;
import io.pumphouse.web.sample.Villa;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill copies nothing, and no page says that it did. */
final class DrillWordsTest {
  private final RunningServer running = new RunningServer();
  private final FakeBackups backups = running.backups;
  private final Browser browser;
  private final Owner owner;

  DrillWordsTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
    owner = new Owner(browser, running);
  }

  @AfterEach
  void stop() {
    browser.close();
    running.close();
  }

  private JobRun runs(RunState state, int percent) {
    Instant now = Villa.time().wall();
    JobProgress progress = new JobProgress(percent, 400, 1_000, JobProgress.UNKNOWN, 6);
    JobRun run =
        new JobRun(
            3, "trial", "schedule", state, now, now, 1, progress, true, "", "", "trial-3.log");
    JobCard job = CopyRoom.drill();
    JobCard card =
        new JobCard(
            job.job(), job.settings(), List.of(run), List.of(), job.next(), job.isOverdue());
    backups.put(List.of(card), List.of(run), List.of());
    return run;
  }

  @Test
  void aDrillThatRunsReadsBackAndThenSaysWhatItProves() {
    runs(new RunState.Running(RunPhase.SCAN), 0);
    owner.visit("/backups/runs/3");
    owner.await("#connection", "live");
    owner.await("#active-3 [data-part=phase]", "Looking for the newest snapshot");
    backups.tell(runs(new RunState.Running(RunPhase.COPY), 40));
    owner.await("#active-3 [data-part=phase]", "Reading it back");

    backups.tell(runs(new RunState.Ended(RunOutcome.SUCCEEDED), 100));
    owner.await(
        "#verdict strong",
        "The newest backup can be restored: it was read back, opened, and holds what it should.");
    assertThat(browser.text("document.querySelector('#fact-copied dt').textContent"))
        .isEqualTo("Read back");
  }

  @Test
  void aDrillThatFailedDoesNotSpeakOfCopies() {
    runs(new RunState.Ended(RunOutcome.FAILED), 40);
    owner.visit("/backups/runs/3?lang=sv");
    assertThat(browser.text("document.querySelector('#verdict').textContent"))
        .contains("Provet misslyckades")
        .doesNotContain("Det som kopierades");
  }
}
