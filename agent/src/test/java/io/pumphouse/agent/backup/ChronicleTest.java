package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.model.JobDay;
import io.pumphouse.web.model.JobObjection;
import io.pumphouse.web.model.RunOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages are told about jobs besides their runs. */
final class ChronicleTest {
  @TempDir private Path folder;
  private Workshop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new Workshop(folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void eachRunIsInTheSumOfItsDayAsSoonAsItEnds() throws Exception {
    shop.room.start();
    shop.file("a", 1_000);
    shop.job("rsync", Map.of());
    assertThat(shop.room.history().days("")).isEmpty();
    shop.ended();
    LocalDate today = LocalDate.ofInstant(shop.time.wall(), ZoneOffset.UTC);
    assertThat(shop.room.history().days(""))
        .containsExactly(new JobDay(today, Map.of(RunOutcome.SUCCEEDED, 1), 1_000));

    shop.ended();
    assertThat(shop.room.history().days("job").getFirst().count()).isEqualTo(2);
    assertThat(shop.room.history().days("another")).isEmpty();
  }

  @Test
  void aCardKnowsWhenItsNewestVerifiedRunEnded() throws Exception {
    shop.room.start();
    shop.file("a", 1_000);
    shop.job("rsync", Map.of());
    shop.ended();
    assertThat(shop.room.jobs().job("job").orElseThrow().verified()).isEmpty();

    shop.room.jobs().edit("job", Map.of("verify", "yes"));
    var run = shop.ended();
    shop.room.jobs().edit("job", Map.of("verify", "no"));
    shop.ended();
    assertThat(shop.room.jobs().job("job").orElseThrow().verified())
        .singleElement()
        .satisfies(at -> assertThat(at.toEpochMilli()).isEqualTo(run.changed().toEpochMilli()));
  }

  @Test
  void aGlanceKnowsOfARunAsSoonAsItHasEnded() throws Exception {
    shop.room.start();
    shop.file("a", 1_000);
    shop.job("rsync", Map.of("verify", "yes"));
    shop.ended();
    long ended = shop.time.nanos();

    shop.until(() -> !shop.room.glance().verified().isEmpty());
    assertThat(Duration.ofNanos(shop.time.nanos() - ended))
        .as("not by the look that comes anyhow")
        .isLessThan(Duration.ofSeconds(JobRoom.LOOK_SECONDS / 2));
  }

  @Test
  void aGlanceMakesNothingThatStandsBehindIt() {
    assertThat(shop.room.glance()).isEqualTo(BackupGlance.NONE);
    assertThat(shop.data.resolve("runs")).doesNotExist();
  }

  @Test
  void whatSpeaksAgainstASettingIsToldByItsKeyAndNothingIsSaved() {
    assertThat(
            shop.room
                .jobs()
                .objections(
                    "job", Map.of("type", "snapshot", "destination", "stick", "jitter", "x")))
        .extracting(JobObjection::key)
        .containsExactlyInAnyOrder("destination", "jitter");
    assertThat(shop.data.resolve("jobs.yaml")).doesNotExist();
  }

  @Test
  void theToolsTheAgentStartsAreThereThoseOfJobsFirst() {
    assertThat(shop.room.jobs().tools())
        .extracting(tool -> tool.name())
        .containsExactly("rsync", "rclone", "ssh", "choom", "umount");
    assertThat(shop.room.jobs().tools().getFirst().version()).isNotEmpty();
  }
}
