package io.pumphouse.agent.sqlite;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.health.Lifeline.Beginning;
import io.pumphouse.agent.health.Lifeline.Moving;
import io.pumphouse.agent.health.Lifeline.Stuck;
import io.pumphouse.agent.health.NotifyEar;
import io.pumphouse.agent.health.Watchdog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a writer that hangs is told from one that only takes its time. */
final class PaceTest {
  private static final Schema SCHEMA = new Schema(List.of(List.of("CREATE TABLE note (text)")));
  private static final Duration ALMOST = Pace.PATIENCE.minusMinutes(1);
  private static final Duration TOO_LONG = Pace.PATIENCE.plusSeconds(1);
  private static final String MANY_STEPS =
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000)"
          + " SELECT max(x) FROM n";

  @TempDir Path folder;
  private final HandTime time = new HandTime();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void beginsUntilItsFirstTurnIsOver() {
    try (Database database = database()) {
      assertThat(database.movement()).isEqualTo(new Beginning("opening x.db"));
      database.run(session -> 1);
      assertThat(database.movement()).isEqualTo(new Moving());
    }
  }

  @Test
  void restsAsLongAsNobodyWants() {
    try (Database database = database()) {
      database.run(session -> 1);
      time.pass(Duration.ofDays(30));
      assertThat(database.movement()).isEqualTo(new Moving());
    }
  }

  @Test
  void aTurnThatHangsStopsTheSignsOfLife() throws IOException, InterruptedException {
    try (Database database = database();
        NotifyEar systemd = new NotifyEar(folder)) {
      Watchdog watchdog =
          new Watchdog(systemd.notice(), Duration.ofDays(1), List.of(database), () -> "well", time);
      database.run(session -> 1);
      watchdog.look();
      database.post(this::hang);
      begun.await();
      time.pass(TOO_LONG);
      watchdog.look();
      end.countDown();

      assertThat(systemd.next()).isEqualTo("READY=1");
      assertThat(systemd.next()).isEqualTo("STATUS=well");
      assertThat(systemd.next())
          .isEqualTo(
              "STATUS=STUCK: writer of x.db has been in one step for 301 s; the disk may hang");
    }
  }

  @Test
  void aLongTurnInWhichSqliteMovesIsNoHang() throws InterruptedException {
    CountDownLatch moved = new CountDownLatch(1);
    try (Database database = database()) {
      database.run(session -> 1);
      Thread.ofVirtual()
          .start(
              () ->
                  database.run(
                      session -> {
                        time.pass(ALMOST);
                        long last = session.number(MANY_STEPS);
                        time.pass(ALMOST);
                        moved.countDown();
                        await(end);
                        return last;
                      }));
      assertThat(moved.await(10, SECONDS)).isTrue();
      assertThat(database.movement()).isEqualTo(new Moving());
      time.pass(ALMOST);
      assertThat(database.movement()).isInstanceOf(Stuck.class);
      end.countDown();
    }
  }

  @Test
  void anErrorThatEndsTheCommitsIsFoundOut() throws InterruptedException {
    try (Database database = database()) {
      database.every(
          Duration.ofMillis(1),
          () -> {
            begun.countDown();
            throw new LinkageError("planted");
          });
      assertThat(begun.await(10, SECONDS)).isTrue();
      database.run(session -> 1);
      assertThat(database.movement()).isEqualTo(new Moving());
      time.pass(TOO_LONG.plusSeconds(1));
      assertThat(database.movement()).isEqualTo(new Stuck("has not come round for 301 s"));
    }
  }

  private Database database() {
    return new Database(folder.resolve("x.db"), SCHEMA, time, "x-writer");
  }

  private void hang() {
    begun.countDown();
    await(end);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, SECONDS)).isTrue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
