package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.roll.Chunk;
import io.pumphouse.agent.store.roll.EvenRuler;
import io.pumphouse.agent.store.roll.Grid;
import io.pumphouse.agent.store.roll.Level;
import io.pumphouse.agent.store.roll.Ruler;
import io.pumphouse.agent.store.roll.Sheet;
import io.pumphouse.agent.store.roll.Tally;
import java.util.List;
import java.util.Set;

/**
 * Rolls up what is due: minutes from readings, the rest from finer steps. A chunk is written in one
 * transaction together with what that makes due, and only if nothing came in between, so a power
 * cut at any time leaves nothing to repair. Confined to one thread.
 */
final class Roller {
  /** So many hours share one way through the readings; more would only take more memory. */
  private static final int HOURS_AT_ONCE = 6;

  private final Database database;
  private final Source source;
  private final Grid grid;

  Roller(Database database, Source source, Grid grid) {
    this.database = database;
    this.source = source;
    this.grid = grid;
  }

  /** Rolls up everything that ended before a time, finest first; what fails is tried next time. */
  void roll(long endedBefore) {
    for (Level level : Level.values()) {
      boolean isMore = true;
      while (isMore) {
        List<Chunk> ended =
            dues(level).stream().filter(chunk -> grid.ruler(chunk).to() <= endedBefore).toList();
        isMore = !ended.isEmpty() && (level == Level.MINUTE ? rollHours(ended) : roll(ended));
      }
    }
  }

  private List<Chunk> dues(Level level) {
    return orElse(database.run(session -> Dues.earliest(session, level, HOURS_AT_ONCE)), List.of());
  }

  private boolean rollHours(List<Chunk> ended) {
    int hours = 1;
    while (hours < ended.size() && ended.get(hours).number() == ended.getFirst().number() + hours) {
      hours++;
    }
    Ruler first = grid.ruler(ended.getFirst());
    int steps = first.steps();
    Tally tally = new Tally(new EvenRuler(first.from(), Level.MINUTE.millis(), hours * steps));
    Piece.Raw piece = new Piece.Raw(tally.ruler().from(), tally.ruler().to());
    List<Chunk> chunks = ended.subList(0, hours);
    return switch (database.run(AsOf::now)) {
      case Done<AsOf>(AsOf asOf) ->
          source.read(piece, _ -> true, tally, List::of, (_, _) -> {})
              && isDone(database.run(session -> keepHours(session, chunks, tally, asOf)));
      case Failed<AsOf> _ -> false; // the health board tells why
    };
  }

  private boolean keepHours(Session session, List<Chunk> chunks, Tally tally, AsOf asOf) {
    if (asOf.isOutdated(session, tally.ruler())) {
      return false;
    }
    long rawSince = Kept.rawSince(session);
    int steps = tally.ruler().steps() / chunks.size();
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      keepOld(session, chunk, rawSince, tally);
      Rolls.put(session, chunk, Sheet.pack(tally, i * steps, steps));
      Dues.remove(session, chunk);
      Dues.addAbove(session, grid, chunk);
      Loose.note(session, grid.ruler(chunk).from());
    }
    return true;
  }

  private boolean roll(List<Chunk> ended) {
    boolean isDone = false;
    for (Chunk chunk : ended) {
      isDone |= roll(chunk);
    }
    return isDone;
  }

  private boolean roll(Chunk chunk) {
    Ruler ruler = grid.ruler(chunk);
    Tally tally = new Tally(ruler);
    Level finer = chunk.level().downwards().get(1);
    List<Piece> pieces =
        new Plan(grid, finer, Set.of(), Long.MIN_VALUE).pieces(ruler.from(), ruler.to());
    for (Piece piece : pieces) {
      if (!(piece instanceof Piece.Stored stored
          && source.read(List.of(stored), _ -> true, tally))) {
        return false;
      }
    }
    return isDone(database.run(session -> keep(session, chunk, finer, tally)));
  }

  private boolean keep(Session session, Chunk chunk, Level finer, Tally tally) {
    Ruler ruler = tally.ruler();
    if (!Dues.between(session, grid, finer, ruler.from(), ruler.to()).isEmpty()) {
      return false;
    }
    keepOld(session, chunk, Kept.since(session, finer), tally);
    Rolls.put(session, chunk, Sheet.pack(tally, 0, ruler.steps()));
    Dues.remove(session, chunk);
    return true;
  }

  /** Steps made of more than there still is are kept as they are; new ones stand beside them. */
  private void keepOld(Session session, Chunk chunk, long wholeSince, Tally tally) {
    Ruler ruler = grid.ruler(chunk);
    if (ruler.from() < wholeSince) {
      Rolls.of(session, chunk)
          .ifPresent(
              sheet ->
                  Sheet.unpack(
                      sheet,
                      _ -> true,
                      (series, step, cell) -> tally.replace(series, ruler.start(step), cell)));
    }
  }

  private static boolean isDone(Outcome<Boolean> outcome) {
    return orElse(outcome, false);
  }

  private static <T> T orElse(Outcome<T> outcome, T otherwise) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Failed<T> _ -> otherwise; // the health board tells why
    };
  }
}
