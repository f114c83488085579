package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.sample.CopyRoom;
import io.pumphouse.web.sample.FakeBackups;
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
  private final RunningServer running = new RunningServer();
  private final FakeBackups backups = running.backups;
  private final Browser browser;
  private final Owner owner;

  BackupRunTest(@TempDir Path profile) {
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
  void theLogOfARunIsFollowedToItsEnd(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("photos-12.log");
    Files.writeString(log, "2026-02-03T10:00:00Z first <b>line</b>\n");
    backups.keepLog(log);
    owner.visit("/backups/runs/12");
    owner.await("#connection", "live");
    assertThat(browser.text("document.getElementById('log').textContent.trim()"))
        .isEqualTo("2026-02-03T10:00:00Z first <b>line</b>");

    Files.writeString(log, "2026-02-03T10:00:01Z second\n", StandardOpenOption.APPEND);
    owner.await("#log li:nth-child(2)", "2026-02-03T10:00:01Z second");
    JobRun ended =
        CopyRoom.photos(new RunState.Ended(RunOutcome.FAILED), 40)
            .saying(false, "rsync exit 11: no space left", "make room");
    backups.put(List.of(CopyRoom.newest(ended)), List.of(ended), List.of());
    backups.tell(ended);
    owner.await("#verdict strong", "It failed. Whatever was copied does not count as a backup.");
    assertThat(browser.text("document.getElementById('verdict').textContent"))
        .contains("no space left", "make room");
  }

  @Test
  void aLogThatIsLongShowsItsEnd(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("photos-12.log");
    Files.writeString(log, "a line of some length, again and again\n".repeat(9_000) + "the end\n");
    backups.keepLog(log);
    owner.visit("/backups/runs/12");
    assertThat(browser.number("document.querySelectorAll('#log li').length")).isEqualTo(500);
    assertThat(browser.text("document.querySelector('#log li:last-child').textContent"))
        .isEqualTo("the end");
  }
}
