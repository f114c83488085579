package io.pumphouse.agent.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Trouble.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file costs its own contents, never the agent's next reading. */
final class DamageTest {
  private static final Schema SCHEMA =
      new Schema(List.of(List.of("CREATE TABLE page (body BLOB NOT NULL)")));

  @TempDir Path folder;
  private final HandTime time = new HandTime();
  private Path file = Path.of("");

  @BeforeEach
  void fillAFile() {
    file = folder.resolve("x.db");
    try (Database database = database()) {
      assertThat(fill(database, 2_000)).isInstanceOf(Done.class);
    }
  }

  @Test
  void truncatedFileIsMovedAsideAndANewOneIsBegun() throws IOException {
    truncate(file, Files.size(file) / 2);

    assertBegunAnew();
  }

  @Test
  void overwrittenHeaderIsMovedAsideAndANewOneIsBegun() throws IOException {
    overwrite(file, 0, 100);

    assertBegunAnew();
  }

  @Test
  void overwrittenMiddleIsMovedAsideAndANewOneIsBegun() throws IOException {
    overwrite(file, Files.size(file) / 2, 20_000);

    assertBegunAnew();
  }

  @Test
  void journalGoesAsideWithItsFile() throws IOException {
    Path wal = folder.resolve("x.db-wal");
    byte[] journal;
    try (Database database = database()) {
      fill(database, 1);
      journal = Files.readAllBytes(wal);
    }
    Files.write(wal, journal); // as a power cut would have left it
    truncate(file, 5_000);

    assertBegunAnew();

    assertThat(Files.readAllBytes(folder.resolve("x.db.damaged-20260115T120000Z-wal")))
        .startsWith(journal);
  }

  @Test
  void clockThatStandsStillMakesNoDamagedFileReplaceAnother() throws IOException {
    overwrite(file, 0, 100);
    assertBegunAnew();
    overwrite(file, 0, 100);

    try (Database database = database()) {
      fill(database, 1);

      assertThat(database.damaged())
          .extracting(path -> path.getFileName().toString())
          .containsExactly("x.db.damaged-20260115T120000Z", "x.db.damaged-20260115T120000Z.2");
    }
  }

  @Test
  void damageMetWhileRunningIsToldAndTheNextTurnGoesOn() throws IOException {
    try (Database database = database()) {
      fill(database, 1);
      overwrite(file, Files.size(file) / 4, 1_000_000);

      Outcome<Long> read =
          database.run(session -> session.number("SELECT sum(length(body)) FROM page"));

      assertThat(read)
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.trouble().kind()).isEqualTo(Kind.DAMAGED));
      assertThat(fill(database, 1)).isInstanceOf(Done.class);
      assertThat(count(database)).isEqualTo(new Done<>(1L));
      assertThat(database.damaged()).hasSize(1);
    }
  }

  @Test
  void damagedFileIsReportedUntilSomebodyTakesItAway() throws IOException {
    overwrite(file, 0, 100);
    assertBegunAnew();
    time.pass(Duration.ofDays(1));

    try (Database database = database()) {
      fill(database, 1);
      assertThat(database.damaged()).hasSize(1);

      Files.delete(database.damaged().getFirst());

      assertThat(database.damaged()).isEmpty();
    }
  }

  private void assertBegunAnew() {
    try (Database database = database()) {
      assertThat(fill(database, 1)).isInstanceOf(Done.class);
      assertThat(count(database)).isEqualTo(new Done<>(1L));
      assertThat(database.damaged())
          .containsExactly(folder.resolve("x.db.damaged-20260115T120000Z"));
    }
  }

  private Database database() {
    return new Database(file, SCHEMA, time, "x-writer");
  }

  private static Outcome<Integer> fill(Database database, int pages) {
    return database.run(
        session -> {
          for (int i = 0; i < pages; i++) {
            session.run("INSERT INTO page VALUES (zeroblob(900))");
          }
          return pages;
        });
  }

  private static Outcome<Long> count(Database database) {
    return database.run(session -> session.number("SELECT count(*) FROM page"));
  }

  private static void truncate(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  private static void overwrite(Path file, long at, int bytes) throws IOException {
    byte[] rubbish = new byte[bytes];
    Arrays.fill(rubbish, (byte) 0xA5);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(rubbish), at);
    }
  }
}
