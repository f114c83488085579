package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunPhase;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.sample.FakeBackups;
import io.pumphouse.web.sample.FakeLive;
import io.pumphouse.web.sample.Villa;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Backup runs are told while they go on, at most once a second, and their end once. */
final class LiveJobsTest {
  private static final JobRun COPYING = FakeBackups.run(3, new RunState.Running(RunPhase.COPY));
  private static final JobRun FLUSHING = FakeBackups.run(3, new RunState.Running(RunPhase.FLUSH));
  private static final JobRun ENDED = FakeBackups.run(3, new RunState.Ended(RunOutcome.SUCCEEDED));

  private final RunningServer running =
      new RunningServer(
          Villa.SITE, new FakeLive().with(Villa.HOUSE), Villa.history(), Villa.health(), 2);

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aRunIsToldWithItsPhase() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.backups.tell(COPYING);
      assertThat(client.next())
          .startsWith("{\"type\":\"job_update\"")
          .contains("\"job_id\":\"nightly\",", "\"status\":\"running\",\"phase\":\"copy\"");
    }
  }

  @Test
  void whatComesWithinASecondIsToldInTheNextAndOnlyTheNewest() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.backups.tell(COPYING);
      assertThat(client.next()).contains("\"phase\":\"copy\"");
      running.backups.tell(COPYING);
      running.backups.tell(FLUSHING);
      client.send("{\"type\":\"ping\"}");
      assertThat(client.next()).startsWith("{\"type\":\"pong\"");
      running.time.pass(Duration.ofSeconds(1));
      assertThat(client.next()).contains("job_update", "\"phase\":\"flush\"");
    }
  }

  @Test
  void theEndIsToldOnceAndNothingAfterIt() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.backups.tell(COPYING);
      assertThat(client.next()).contains("job_update");
      running.backups.tell(FLUSHING);
      running.backups.tell(ENDED);
      running.time.pass(Duration.ofSeconds(1));
      assertThat(client.next())
          .startsWith("{\"type\":\"job_final_update\"")
          .contains("\"status\":\"succeeded\",\"phase\":null");
      client.send("{\"type\":\"ping\"}");
      assertThat(client.next()).startsWith("{\"type\":\"pong\"");
    }
  }
}
