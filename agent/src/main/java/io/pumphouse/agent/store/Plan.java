package io.pumphouse.agent.store;

import io.pumphouse.agent.store.Piece.Raw;
import io.pumphouse.agent.store.Piece.Stored;
import io.pumphouse.agent.store.roll.Chunk;
import io.pumphouse.agent.store.roll.Grid;
import io.pumphouse.agent.store.roll.Level;
import io.pumphouse.agent.store.roll.Ruler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Decides where a stretch of time is read from: the coarsest chunks that are not due, finer ones
 * beside them, readings where nothing is rolled up yet. Every way leads to the same sums. Used
 * once, by one thread.
 */
final class Plan {
  private static final long MINUTE = Level.MINUTE.millis();

  private final Grid grid;
  private final List<Level> levels;
  private final Set<Chunk> dues;
  private final long rawSince;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * @param coarsest no level beyond this
   * @param dues the chunks that are due at this level and below
   * @param rawSince from when on readings are whole
   */
  Plan(Grid grid, Level coarsest, Set<Chunk> dues, long rawSince) {
    this.grid = grid;
    this.levels = coarsest.downwards();
    this.dues = dues;
    this.rawSince = rawSince;
  }

  List<Piece> pieces(long from, long to) {
    long at = from;
    while (at < to) {
      Piece next = piece(at, to);
      add(next);
      at = next.to();
    }
    return pieces;
  }

  private Piece piece(long at, long to) {
    for (Level level : levels) {
      Chunk chunk = grid.at(level, at);
      Ruler ruler = grid.ruler(chunk);
      long end = wholeSteps(ruler, Math.min(to, ruler.to()));
      if (end > at && isStart(ruler, at) && isClean(level, ruler)) {
        return new Stored(chunk, at, end);
      }
    }
    return unclean(at, to);
  }

  /** Readings; but where they are gone, what was rolled up of them before more came in. */
  private Piece unclean(long at, long to) {
    Chunk hour = grid.at(Level.MINUTE, at);
    long hourEnd = grid.ruler(hour).to();
    if (at < rawSince) {
      return new Stored(hour, Math.floorDiv(at, MINUTE) * MINUTE, Math.min(to, hourEnd));
    }
    boolean isWholeMinute = Math.floorMod(at, MINUTE) == 0;
    return new Raw(
        at, Math.min(to, isWholeMinute ? hourEnd : (Math.floorDiv(at, MINUTE) + 1) * MINUTE));
  }

  private boolean isClean(Level level, Ruler ruler) {
    return levels.subList(levels.indexOf(level), levels.size()).stream()
        .noneMatch(finer -> hasDue(finer, ruler));
  }

  private boolean hasDue(Level level, Ruler ruler) {
    long last = grid.at(level, ruler.to() - 1).number();
    for (long number = grid.at(level, ruler.from()).number(); number <= last; number++) {
      if (dues.contains(new Chunk(level, number))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStart(Ruler ruler, long at) {
    return ruler.start(ruler.stepAt(at)) == at;
  }

  private static long wholeSteps(Ruler ruler, long to) {
    return to == ruler.to() ? to : ruler.start(ruler.stepAt(to));
  }

  /** What is read from readings in one go needs only one way in. */
  private void add(Piece next) {
    if (next instanceof Raw raw && !pieces.isEmpty() && pieces.getLast() instanceof Raw before) {
      pieces.removeLast();
      pieces.add(new Raw(before.from(), raw.to()));
    } else {
      pieces.add(next);
    }
  }
}
