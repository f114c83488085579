package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.JobHabits;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with media and what runs keep out of each other's way. */
final class TurnstileTest {
  @TempDir private Path folder;
  private final BlockingQueue<JobRun> heard = new LinkedBlockingQueue<>();
  private Workshop shop;
  private BackupJob job;
  private LiveRun live;
  private Turnstile turnstile;

  @BeforeEach
  void open() throws IOException {
    shop = new Workshop(folder);
    shop.job("snapshot", Map.of());
    job = shop.room.jobs().job("job").orElseThrow().job();
    Site site =
        new Site(
            shop.data,
            ZoneOffset.UTC,
            shop.ledger.runs(),
            shop.time,
            () -> true,
            Surroundings.REAL,
            () -> JobHabits.USUAL,
            heard::add);
    RunState pending = new RunState.Pending();
    Instant at = Instant.EPOCH;
    JobProgress none = JobProgress.NONE;
    live = site.live(new JobRun(1, "job", "ann", pending, at, at, 0, none, false, "", "", "job-1"));
    turnstile = new Turnstile(new Runner(site, List.of(), new Random(1)));
  }

  @AfterEach
  void close() {
    turnstile.close();
    shop.close();
  }

  @Test
  void nothingIsDoneWithMediaWhileARunWaitsThatItWouldDisturb() throws Exception {
    turnstile.add(live, job);
    assertThat(turnstile.between("x is ejected", "job"::equals, () -> done("pulled")))
        .isEqualTo(
            new JobAnswer.Refused("job is running", "wait for its end, or pause or cancel it"));
    assertThat(turnstile.between("x is ejected", "other"::equals, () -> done("pulled")))
        .isEqualTo(done("pulled"));
  }

  @Test
  void aRunThatBeginsMeanwhileWaitsForItsEnd() throws Exception {
    turnstile.start();
    turnstile.between(
        "x is verified",
        _ -> true,
        () -> {
          turnstile.add(live, job);
          assertThat(heard.poll(200, TimeUnit.MILLISECONDS)).isNull();
          return done("sound");
        });
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void twoThingsAreNeverDoneAtOnce() throws Exception {
    turnstile.between(
        "x is verified",
        _ -> true,
        () -> {
          assertThat(turnstile.between("x is ejected", _ -> false, () -> done("pulled")))
              .isEqualTo(new JobAnswer.Refused("x is verified at this moment", "wait for its end"));
          return done("sound");
        });
    assertThat(turnstile.between("x is ejected", _ -> false, () -> done("pulled")))
        .isEqualTo(done("pulled"));
  }

  private static JobAnswer done(String said) {
    return new JobAnswer.Done(said);
  }
}
