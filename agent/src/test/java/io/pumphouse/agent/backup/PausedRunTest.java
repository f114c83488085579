package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pause costs, with real tools. */
final class PausedRunTest {
  @TempDir private Path folder;
  private Workshop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new Workshop(folder);
    shop.room.start();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aPausedRsyncGoesOnWhereItStopped() throws Exception {
    Path file = shop.file("big", Workshop.SIX_MIB);
    shop.job("rsync", Workshop.SLOW);
    shop.start();
    shop.copied(1 << 20);
    shop.room.runs().pause("job");
    JobRun paused = shop.paused();
    assertThat(paused.state()).isEqualTo(new RunState.Paused());
    assertThat(shop.copies.resolve("big")).doesNotExist();
    shop.room.jobs().edit("job", Map.of("bandwidth", ""));
    assertThat(shop.room.runs().resume("job")).isInstanceOf(JobAnswer.Done.class);
    JobRun run = shop.end();
    assertThat(run.state()).as("%s", run).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    assertThat(run.id()).isEqualTo(paused.id());
    assertThat(run.attempts()).isEqualTo(2);
    assertThat(shop.copies.resolve("big")).hasSameBinaryContentAs(file);
  }

  @Test
  void aPausedRcloneCopiesTheFileItWasInAnewAndSaysSo() throws Exception {
    Path file = shop.file("big", Workshop.SIX_MIB);
    shop.job("rclone", Workshop.SLOW);
    shop.start();
    shop.copied(1 << 20);
    assertThat(shop.room.runs().pause("job"))
        .isInstanceOfSatisfying(
            JobAnswer.Done.class, done -> assertThat(done.said()).endsWith("is copied anew"));
    assertThat(shop.paused().state()).isEqualTo(new RunState.Paused());
    shop.room.jobs().edit("job", Map.of("bandwidth", ""));
    shop.room.runs().resume("job");
    JobRun run = shop.end();
    assertThat(run.state()).as("%s", run).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    assertThat(run.isVerified()).isTrue();
    assertThat(shop.copies.resolve("big")).hasSameBinaryContentAs(file);
  }
}
