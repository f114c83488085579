package io.pumphouse.agent.ledger;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.HandTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A real ledger to which something happened on each of twenty days, by a clock moved by hand. */
public final class TwentyDays {
  public static final int DAYS = 20;

  private final HandTime time = new HandTime();
  private final Path file;

  public TwentyDays(Path folder) {
    this.file = folder.resolve("ledger.db");
    try (Ledger ledger = open()) {
      for (int day = 1; day <= DAYS; day++) {
        ledger.note(new Event(time.now(), Event.Kind.AGENT_STARTED, "", "day " + day));
        time.pass(Duration.ofDays(1));
      }
    }
  }

  private Ledger open() {
    Ledger ledger = new Ledger(file, "boot", time);
    ledger.start();
    return ledger;
  }

  /** What the agent does each hour. */
  public TwentyDays tidied(Supplier<Duration> keep) {
    try (Database database = new Database(file, Entries.SCHEMA, time, "ledger")) {
      new Attic(database, keep, () -> true, time).tidy();
    }
    return this;
  }

  /** What is still known, the newest first. */
  public List<String> events() {
    try (Ledger ledger = open()) {
      return ledger.latest(2 * DAYS).stream().map(Event::text).toList();
    }
  }
}
