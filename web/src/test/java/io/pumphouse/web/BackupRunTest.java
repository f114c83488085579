package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.sample.CopyRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is followed on its page, in a real browser. */
final class BackupRunTest {
  private final Stage stage;

  BackupRunTest(@TempDir Path profile) {
    stage = new Stage(profile);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void theLogOfARunIsFollowedToItsEnd(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("photos-12.log");
    Files.writeString(log, "2026-02-03T10:00:00Z first <b>line</b>\n");
    stage.backups.keepLog(log);
    stage.owner.visit("/backups/runs/12");
    stage.owner.await("#connection", "live");
    assertThat(stage.browser.text("document.getElementById('log').textContent.trim()"))
        .isEqualTo("2026-02-03T10:00:00Z first <b>line</b>");

    Files.writeString(log, "2026-02-03T10:00:01Z second\n", StandardOpenOption.APPEND);
    stage.owner.await("#log li:nth-child(2)", "2026-02-03T10:00:01Z second");
    JobRun ended =
        CopyRoom.photos(new RunState.Ended(RunOutcome.FAILED), 40)
            .saying(false, "rsync exit 11: no space left", "make room");
    stage.backups.put(List.of(CopyRoom.newest(ended)), List.of(ended), List.of());
    stage.backups.tell(ended);
    stage.owner.await(
        "#verdict strong", "It failed. Whatever was copied does not count as a backup.");
    assertThat(stage.browser.text("document.getElementById('verdict').textContent"))
        .contains("no space left", "make room");
  }

  @Test
  void aLogThatIsLongShowsItsEnd(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("photos-12.log");
    Files.writeString(log, "a line of some length, again and again\n".repeat(9_000) + "the end\n");
    stage.backups.keepLog(log);
    stage.owner.visit("/backups/runs/12");
    assertThat(stage.browser.number("document.querySelectorAll('#log li').length")).isEqualTo(500);
    assertThat(stage.browser.text("document.querySelector('#log li:last-child').textContent"))
        .isEqualTo("the end");
  }
}
