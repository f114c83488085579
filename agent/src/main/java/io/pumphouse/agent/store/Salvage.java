package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.sqlite.Wreck;
import io.pumphouse.agent.store.Salvor.Cargo;
import io.pumphouse.agent.store.roll.Grid;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what can be read of damaged files into the one that took their place, a little at a time.
 * How far it came is noted in the same transactions, so nothing is copied twice whatever happens
 * meanwhile. Confined to one thread but for {@link #copied()}.
 */
final class Salvage {
  private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
  private static final long DONE = Long.MAX_VALUE;
  private static final int ROWS_PER_TURN = 64;

  /** Damage that reaches further than so many rows is taken for the end. */
  private static final long WIDEST_GAP = 1 << 20;

  private final Database database;
  private final Grid grid;
  private final AtomicLong copied = new AtomicLong();

  Salvage(Database database, Grid grid) {
    this.database = database;
    this.grid = grid;
  }

  /** Readings copied by this run of the agent. Thread-safe. */
  long copied() {
    return copied.get();
  }

  void round() {
    var unused = database.run(Blocks::newest); // opening the file is what tells that it is damaged
    for (Path file : database.damaged()) {
      if (database.run(session -> progress(session, file)) instanceof Done<Long>(Long after)
          && after != DONE) {
        salvage(file, after);
      }
    }
  }

  private void salvage(Path file, long after) {
    LOG.info("{}: copying what can be read", file);
    try (Wreck wreck = new Wreck(file)) {
      Salvor salvor = new Salvor(wreck, grid);
      boolean isDone = copy(salvor::blocks, file, after) && copyRolls(salvor);
      if (isDone && database.run(session -> note(session, file, DONE)) instanceof Done<Boolean> _) {
        LOG.info("{}: all that could be read is copied; readings={}", file, copied.get());
      }
    }
  }

  private boolean copyRolls(Salvor salvor) {
    return copy(salvor::rolls, Path.of(""), Long.MIN_VALUE)
        && database.run(salvor::keepWhatIsKept) instanceof Done<Boolean> _;
  }

  /** False if the new file refused; then the next round goes on from there. */
  private boolean copy(Hold hold, Path file, long first) {
    long after = first;
    long gap = 1;
    while (gap <= WIDEST_GAP) {
      Wreck.Found<Cargo> found = hold.next(after, ROWS_PER_TURN);
      if (found.rows().isEmpty()) {
        if (found.isWhole()) {
          return true;
        }
        after = Math.max(after, 0) + gap;
        gap *= 2;
      } else {
        after = found.rows().getLast().id();
        gap = 1;
        if (!unload(found.rows(), file, after)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean unload(List<Cargo> cargo, Path file, long reached) {
    Outcome<Long> unloaded =
        database.run(
            session -> {
              if (!file.toString().isEmpty()) {
                note(session, file, reached);
              }
              return cargo.stream().mapToLong(one -> one.unload(session)).sum();
            });
    return switch (unloaded) {
      case Done<Long>(Long readings) -> {
        copied.addAndGet(readings);
        yield true;
      }
      case Failed<Long> _ -> false; // the health board tells why
    };
  }

  private static long progress(Session session, Path file) {
    return session
        .rows("SELECT value FROM note WHERE name = ?", row -> row.text(1), name(file))
        .stream()
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  private static boolean note(Session session, Path file, long reached) {
    session.run("INSERT OR REPLACE INTO note VALUES (?, ?)", name(file), String.valueOf(reached));
    return true;
  }

  private static String name(Path file) {
    return "salvaged " + file.getFileName();
  }

  /** One kind of cargo, by rising number. */
  @FunctionalInterface
  private interface Hold {
    Wreck.Found<Cargo> next(long after, int most);
  }
}
