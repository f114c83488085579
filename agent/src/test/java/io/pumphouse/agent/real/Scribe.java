package io.pumphouse.agent.real;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Schema;
import io.pumphouse.agent.sqlite.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Commits numbered rows of many sizes one by one, takes old ones away as retention does, and says
 * each number once it is safe.
 */
final class Scribe {
  static final Schema SCHEMA =
      new Schema(
          List.of(List.of("CREATE TABLE entry (number INTEGER PRIMARY KEY, text BLOB NOT NULL)")));

  private static final int ENTRIES = 600;
  private static final int LONGEST = 6_000;
  private static final int KEPT = 200;
  private static final int TIDY_EVERY = 20;

  private Scribe() {}

  /**
   * Writes them all.
   *
   * @param args the file
   */
  public static void main(String[] args) {
    try (Database database = new Database(Path.of(args[0]), SCHEMA, new HandTime(), "scribe")) {
      for (long number = 1; number <= ENTRIES; number++) {
        long entry = number;
        if (database.run(session -> write(session, entry)) instanceof Done<Long>(Long safe)) {
          System.out.println(safe);
        }
      }
    }
  }

  private static long write(Session session, long number) {
    session.run("INSERT INTO entry VALUES (?, ?)", number, text(number));
    if (number % TIDY_EVERY == 0) {
      session.run("DELETE FROM entry WHERE number <= ?", number - KEPT);
      session.run("PRAGMA incremental_vacuum(50)");
    }
    return number;
  }

  /** What entry of this number says, always the same. */
  static byte[] text(long number) {
    Random random = new Random(number);
    byte[] text = new byte[1 + random.nextInt(LONGEST)];
    random.nextBytes(text);
    return text;
  }
}
