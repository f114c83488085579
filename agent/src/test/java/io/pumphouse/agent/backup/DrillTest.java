package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills on real snapshots, sound and spoilt. */
final class DrillTest {
  private static final RunState SUCCEEDED = new RunState.Ended(RunOutcome.SUCCEEDED);
  private static final RunState FAILED = new RunState.Ended(RunOutcome.FAILED);

  @TempDir private Path folder;
  private Workshop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new Workshop(folder);
    shop.room.start();
    shop.job("snapshot", Map.of());
    shop.room
        .jobs()
        .create(
            "drill",
            Map.of("type", "drill", "destination", shop.copies.toString(), "same-disk", "yes"));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private JobRun drilled() throws InterruptedException {
    shop.room.runs().start("drill", "test");
    shop.until(() -> shop.room.runs().runs("drill", 99, 1).getFirst().state().isEnded());
    return shop.room.runs().runs("drill", 99, 1).getFirst();
  }

  private Deposit newest() throws IOException {
    return Deposits.in(shop.copies).getFirst();
  }

  @Test
  void aSoundSnapshotPassesAndIsNotedOnTheMedium() throws Exception {
    shop.ended();
    JobRun run = drilled();
    assertThat(run.state()).as("%s", run).isEqualTo(SUCCEEDED);
    assertThat(run.isVerified()).isTrue();
    assertThat(run.progress().percent()).isEqualTo(100);
    assertThat(newest().verified()).isAfter(newest().manifest().taken());
    assertThat(shop.data.resolve("drill")).doesNotExist();
  }

  @Test
  void withoutAnySnapshotItFails() throws Exception {
    JobRun run = drilled();
    assertThat(run.state()).isEqualTo(FAILED);
    assertThat(run.cause()).contains("there is no backup in");
    assertThat(run.next()).isNotBlank();
  }

  /** As a medium forgets: the size is right, a byte in the middle is not. */
  @Test
  void aByteThatChangedOnTheMediumIsFoundAndTheSnapshotCountsNoMore() throws Exception {
    shop.ended();
    shop.ended();
    Path file = shop.copies.resolve(newest().manifest().entries().getFirst().file());
    try (RandomAccessFile spoilt = new RandomAccessFile(file.toFile(), "rw")) {
      spoilt.seek(spoilt.length() / 2);
      int was = spoilt.read();
      spoilt.seek(spoilt.length() / 2);
      spoilt.write(was ^ 1);
    }
    assertThat(newest().isSound()).isTrue();
    JobRun run = drilled();
    assertThat(run.state()).as("%s", run).isEqualTo(FAILED);
    assertThat(run.cause()).contains("cannot be restored", "reads back differently");
    assertThat(newest().isSound()).isFalse();
    assertThat(Deposits.in(shop.copies).getLast().isSound()).isTrue();
  }
}
