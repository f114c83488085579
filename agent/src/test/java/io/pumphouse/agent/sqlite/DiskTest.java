package io.pumphouse.agent.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Trouble.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a disk can do to a database, and that it heals. */
final class DiskTest {
  private static final Schema SCHEMA =
      new Schema(List.of(List.of("CREATE TABLE page (body BLOB NOT NULL)")));

  @TempDir Path folder;

  @Test
  void fileThatMayNotGrowIsFullAndLosesNothing() {
    try (Database database = database()) {
      assertThat(add(database, 1)).isInstanceOf(Done.class);
      database.run(session -> session.rows("PRAGMA max_page_count = 10", row -> row.number(1)));

      assertThat(kind(add(database, 100))).isEqualTo(Kind.FULL);
      assertThat(count(database)).isEqualTo(new Done<>(1L));

      database.run(session -> session.rows("PRAGMA max_page_count = 9999", row -> row.number(1)));
      assertThat(add(database, 100)).isInstanceOf(Done.class);
      assertThat(count(database)).isEqualTo(new Done<>(101L));
    }
  }

  @Test
  void fullDiskIsToldAndHealsOnceThereIsSpace() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, 128);
        Database database = database()) {
      assertThat(add(database, 1)).isInstanceOf(Done.class);

      assertThat(kind(add(database, 1_000))).isEqualTo(Kind.FULL);

      disk.remount("size=16m");
      assertThat(add(database, 1_000)).isInstanceOf(Done.class);
      assertThat(count(database)).isEqualTo(new Done<>(1_001L));
      assertThat(database.damaged()).isEmpty();
    }
  }

  @Test
  void diskThatIsFullFromTheStartHealsToo() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, 4);
        Database database = database()) {
      assertThat(kind(add(database, 1))).isEqualTo(Kind.FULL);

      disk.remount("size=16m");

      assertThat(add(database, 1)).isInstanceOf(Done.class);
    }
  }

  @Test
  void readOnlyDiskIsToldAndHealsOnceItIsWritable() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, 1_024)) {
      try (Database database = database()) {
        assertThat(add(database, 1)).isInstanceOf(Done.class);
      }
      disk.remount("ro");

      try (Database database = database()) {
        assertThat(kind(add(database, 1))).isEqualTo(Kind.READ_ONLY);

        disk.remount("rw");

        assertThat(add(database, 1)).isInstanceOf(Done.class);
        assertThat(count(database)).isEqualTo(new Done<>(2L));
      }
    }
  }

  private Database database() {
    return new Database(folder.resolve("x.db"), SCHEMA, new HandTime(), "x-writer");
  }

  private static Outcome<Integer> add(Database database, int pages) {
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

  private static Kind kind(Outcome<Integer> outcome) {
    return switch (outcome) {
      case Done<Integer>(Integer pages) -> throw new AssertionError("done: " + pages);
      case Failed<Integer>(Trouble trouble) -> trouble.kind();
    };
  }
}
