package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger lets go of, and what never. */
final class AtticTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String EVENTS = "SELECT count(*) FROM event";

  @TempDir private Path folder;
  private final HandTime time = new HandTime();
  private final AtomicBoolean isSure = new AtomicBoolean(true);
  private Database database = new Database(Path.of("none"), Entries.SCHEMA, time, "none");

  @BeforeEach
  void open() {
    database = new Database(folder.resolve("ledger.db"), Entries.SCHEMA, time, "ledger");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void eventsThatAreTooOldGoAndTheOthersStay() {
    events(10, Duration.ofDays(100));

    tidy();

    assertThat(number(EVENTS)).isEqualTo(3);
    assertThat(number("SELECT min(id) FROM event")).isEqualTo(8);
  }

  @Test
  void nothingGrowsOldWhileTheClockIsUnsure() {
    isSure.set(false);
    events(10, Duration.ofDays(100));

    tidy();

    assertThat(number(EVENTS)).isEqualTo(10);
  }

  /** One that was stamped by a wrong clock waits until those before it may go. */
  @Test
  void youngEventProtectsTheOnesAfterIt() {
    events(2, Duration.ofDays(0));
    execute("UPDATE event SET wall = 0 WHERE id = 2");

    tidy();

    assertThat(number(EVENTS)).isEqualTo(2);
  }

  @Test
  void moreThanThereIsRoomForGoWhateverTheClockSays() {
    isSure.set(false);
    events(3, Duration.ZERO);
    execute("UPDATE event SET id = id + " + Attic.MOST_EVENTS + " WHERE id > 1");

    tidy();

    assertThat(number(EVENTS)).isEqualTo(2);
  }

  @Test
  void lastOfEachAlarmStaysAndSoDoesWhatIsActive() {
    alarm("house", "1", true);
    alarm("house", "1", true);
    alarm("house", "2", true);
    alarm("house", "3", false);
    alarm("house", "3", true);
    alarm("cabin", "1", true);
    time.pass(YEAR.multipliedBy(2));

    tidy();

    assertThat(number("SELECT 100 * count(*) + sum(id) FROM alarm")).as("2 to 6").isEqualTo(520);
  }

  private void events(int count, Duration apart) {
    for (int i = 0; i < count; i++) {
      execute(
          "INSERT INTO event (wall, boot, mono, kind, pump, text) VALUES ("
              + time.wall().toEpochMilli()
              + ", 'boot', 0, 'link-up', 'house', '')");
      time.pass(apart);
    }
  }

  private void alarm(String pump, String code, boolean isOver) {
    long wall = time.wall().toEpochMilli();
    execute(
        "INSERT INTO alarm (pump, code, text, category, severity, certain, since_seen, since_wall,"
            + " since_mono, boot, until_wall) VALUES ('%s', '%s', '', '', '', 1, 1, %d, 0, 'b', %s)"
                .formatted(pump, code, wall, isOver ? wall : "NULL"));
  }

  private void tidy() {
    new Attic(database, () -> YEAR, isSure::get, time).tidy();
  }

  private void execute(String sql) {
    assertThat(database.run(session -> done(session, sql))).isEqualTo(new Done<>(true));
  }

  private static boolean done(Session session, String sql) {
    session.run(sql);
    return true;
  }

  private long number(String sql) {
    return database.run(session -> session.number(sql)) instanceof Done<Long>(Long number)
        ? number
        : -1;
  }
}
