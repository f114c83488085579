package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.batch;
import static io.pumphouse.agent.store.pack.Samples.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Work;
import io.pumphouse.agent.store.roll.EvenRuler;
import io.pumphouse.agent.store.roll.Level;
import io.pumphouse.agent.store.roll.Ruler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is rolled up is kept only if its readings are still those that were looked at. */
final class AsOfTest {
  @TempDir private Path folder;
  private Rig rig = new Rig(Path.of(""));
  private Database database = new Database(Path.of(""), Tables.SCHEMA, rig.time(), "none");

  @BeforeEach
  void build() {
    rig = new Rig(folder);
    try (ReadingStore store = rig.store()) {
      rig.poll(store, 7);
      store.commit();
    }
    database = new Database(rig.file(), Tables.SCHEMA, rig.time(), "looker");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private <T> T told(Work<T> work) {
    return switch (database.run(work)) {
      case Done<T>(T told) -> told;
      case Failed<T>(var why) -> throw new AssertionError(why.toString());
    };
  }

  private boolean isOutdated(AsOf asOf) {
    Ruler hour = new EvenRuler(rig.start().toEpochMilli(), Level.MINUTE.millis(), 60);
    return told(session -> asOf.isOutdated(session, hour));
  }

  @Test
  void nothingHappened() {
    assertThat(isOutdated(told(AsOf::now))).isFalse();
  }

  @Test
  void readingsWereMoved() {
    AsOf asOf = told(AsOf::now);
    Duration now = rig.time().now().sinceBoot();

    boolean _ =
        told(
            session -> {
              Moving.move(
                  session, "boot", new Correction(Duration.ZERO, now, Duration.ofMinutes(5)));
              return true;
            });

    assertThat(isOutdated(asOf)).isTrue();
  }

  @Test
  void aReadingOfThatHourCame() {
    AsOf asOf = told(AsOf::now);

    int _ =
        told(
            session ->
                Blocks.append(
                    session, "boot", List.of(batch(reading("30002", rig.time().now(), 8)))));

    assertThat(isOutdated(asOf)).isTrue();
  }

  @Test
  void aReadingOfALaterHourCame() {
    AsOf asOf = told(AsOf::now);
    rig.time().pass(Duration.ofHours(2));

    int _ =
        told(
            session ->
                Blocks.append(
                    session, "boot", List.of(batch(reading("30002", rig.time().now(), 8)))));

    assertThat(isOutdated(asOf)).isFalse();
  }
}
