package io.pumphouse.agent.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Trouble.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
  private static final List<String> FIRST = List.of("CREATE TABLE note (text TEXT NOT NULL)");
  private static final List<String> SECOND =
      List.of(
          "ALTER TABLE note ADD COLUMN stars INTEGER NOT NULL DEFAULT 3",
          "UPDATE note SET stars = 5 WHERE text = 'old'");
  private static final Schema SCHEMA = new Schema(List.of(FIRST));

  @TempDir Path folder;
  private final HandTime time = new HandTime();

  @Test
  void opensTheFileTheDurableWay() {
    try (Database database = database(SCHEMA)) {
      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(database, "synchronous")).isEqualTo("2"); // FULL
      assertThat(pragma(database, "page_size")).isEqualTo("1024");
      assertThat(pragma(database, "cache_size")).isEqualTo("-512");
      assertThat(pragma(database, "auto_vacuum")).isEqualTo("2"); // incremental
      assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(database, "user_version")).isEqualTo("1");
    }
  }

  @Test
  void keepsNoSharedMemoryFileBecauseItWouldDoubleTheWear() {
    try (Database database = database(SCHEMA)) {
      write(database, "a");

      assertThat(folder.resolve("x.db-wal")).exists();
      assertThat(folder.resolve("x.db-shm")).doesNotExist();
    }
  }

  @Test
  void whatIsDoneIsThereAfterReopening() {
    try (Database database = database(SCHEMA)) {
      assertThat(write(database, "kept")).isInstanceOf(Done.class);
    }

    try (Database database = database(SCHEMA)) {
      assertThat(notes(database)).containsExactly("kept");
    }
  }

  @Test
  void failedWorkChangesNothingAndHarmsNobody() {
    try (Database database = database(SCHEMA)) {
      Outcome<Integer> outcome =
          database.run(
              session -> {
                session.run("INSERT INTO note VALUES ('half')");
                session.run("INSERT INTO nowhere VALUES (1)");
                return 1;
              });

      assertThat(trouble(outcome).kind()).isEqualTo(Kind.UNFORESEEN);
      assertThat(trouble(outcome).cause()).contains("x.db", "nowhere");
      assertThat(write(database, "next")).isInstanceOf(Done.class);
      assertThat(notes(database)).containsExactly("next");
    }
  }

  @Test
  void bugInTheWorkIsThrownAtTheCallerAndUndone() {
    try (Database database = database(SCHEMA)) {
      assertThatThrownBy(
              () ->
                  database.run(
                      session -> {
                        session.run("INSERT INTO note VALUES ('half')");
                        throw new IllegalArgumentException("a bug");
                      }))
          .hasMessageContaining("a bug");

      assertThat(notes(database)).isEmpty();
    }
  }

  @Test
  void allTurnsRunOnOnePlatformThreadOfThatName() {
    try (Database database = database(SCHEMA)) {
      database.await(
          () -> {
            assertThat(Thread.currentThread().getName()).isEqualTo("x-writer");
            assertThat(Thread.currentThread().isVirtual()).isFalse();
            assertThat(notes(database)).isEmpty(); // a turn within a turn does not wait for itself
          });
    }
  }

  @Test
  void bugInPostedTaskDoesNotEndTheThread() {
    try (Database database = database(SCHEMA)) {
      database.post(
          () -> {
            throw new IllegalStateException("a bug, thrown on purpose by a test");
          });

      assertThat(write(database, "after")).isInstanceOf(Done.class);
    }
  }

  @Test
  void olderFileIsBroughtForwardWithWhatItHolds() {
    try (Database database = database(SCHEMA)) {
      write(database, "old");
    }

    try (Database database = database(new Schema(List.of(FIRST, SECOND)))) {
      assertThat(database.run(session -> session.number("SELECT stars FROM note")))
          .isEqualTo(new Done<>(5L));
      assertThat(pragma(database, "user_version")).isEqualTo("2");
    }
  }

  @Test
  void migrationThatFailsLeavesTheOldVersion() {
    try (Database database = database(SCHEMA)) {
      write(database, "old");
    }
    List<String> broken = List.of("UPDATE note SET text = 'new'", "UPDATE nowhere SET x = 1");

    try (Database database = database(new Schema(List.of(FIRST, broken)))) {
      assertThat(trouble(write(database, "x")).cause()).contains("nowhere");
    }

    try (Database database = database(SCHEMA)) {
      assertThat(notes(database)).containsExactly("old");
    }
  }

  @Test
  void fileOfNewerAgentIsLeftAlone() {
    try (Database database = database(new Schema(List.of(FIRST, SECOND)))) {
      write(database, "future");
    }

    try (Database database = database(SCHEMA)) {
      Trouble trouble = trouble(write(database, "past"));
      assertThat(trouble.kind()).isEqualTo(Kind.NEWER);
      assertThat(trouble.cause()).contains("written at version 2, this agent knows 1");
      assertThat(database.damaged()).isEmpty();
    }
  }

  @Test
  void secondAgentOnTheSameFileIsToldSo() throws Exception {
    try (Database database = database(SCHEMA)) {
      write(database, "mine");

      assertThat(Rival.tries(folder.resolve("x.db"))).startsWith("LOCKED").contains("second agent");
    }
  }

  @Test
  void missingFolderHealsOnceItIsThere() throws Exception {
    Path later = folder.resolve("later");
    try (Database database = new Database(later.resolve("x.db"), SCHEMA, time, "x-writer")) {
      assertThat(trouble(write(database, "no")).kind()).isEqualTo(Kind.UNREACHABLE);

      Files.createDirectory(later);

      assertThat(write(database, "yes")).isInstanceOf(Done.class);
    }
  }

  @Test
  void closingTwiceIsFineAndEmptiesTheJournal() {
    Database database = database(SCHEMA);
    write(database, "a");

    database.close();
    database.close();

    assertThat(folder.resolve("x.db-wal")).doesNotExist();
    assertThat(trouble(write(database, "late")).kind()).isEqualTo(Kind.CLOSED);
  }

  private Database database(Schema schema) {
    return new Database(folder.resolve("x.db"), schema, time, "x-writer");
  }

  private static Outcome<Integer> write(Database database, String text) {
    return database.run(
        session -> {
          session.run("INSERT INTO note (text) VALUES (?)", text);
          return 1;
        });
  }

  private static List<String> notes(Database database) {
    return done(database.run(session -> session.rows("SELECT text FROM note", row -> row.text(1))));
  }

  private static String pragma(Database database, String name) {
    return done(
        database.run(session -> session.rows("PRAGMA " + name, row -> row.text(1)).getFirst()));
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Failed<T>(Trouble trouble) -> throw new AssertionError(trouble);
    };
  }

  private static <T> Trouble trouble(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> throw new AssertionError("done: " + value);
      case Failed<T>(Trouble trouble) -> trouble;
    };
  }
}
