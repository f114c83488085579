package io.pumphouse.agent.store.roll;

/**
 * So many steps of a level as are packed together, for all series at once.
 *
 * @param level how long the steps are
 * @param number counted from 1970: hours of minutes, days of quarters, weeks of hours, months of
 *     days
 */
public record Chunk(Level level, long number) {
  private static final int LEVEL_SHIFT = 40;

  /** Half as many as there is room for, in either direction. */
  private static final long MOST = 1L << (LEVEL_SHIFT - 1);

  /** One number for both. */
  public long id() {
    return start(level) + number;
  }

  /** Turns {@link #id()} back. */
  public static Chunk of(long id) {
    for (Level level : Level.values()) {
      if (Math.abs(id - start(level)) < MOST) {
        return new Chunk(level, id - start(level));
      }
    }
    throw new IllegalArgumentException("no chunk has the number " + id);
  }

  /** Before the first that there can be. */
  public static Chunk first(Level level) {
    return new Chunk(level, 1 - MOST);
  }

  /** After the last that there can be. */
  public static Chunk last(Level level) {
    return new Chunk(level, MOST - 1);
  }

  private static long start(Level level) {
    return (long) level.number() << LEVEL_SHIFT;
  }
}
