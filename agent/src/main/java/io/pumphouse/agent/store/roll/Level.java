package io.pumphouse.agent.store.roll;

import java.util.List;

/** The lengths of the steps that are kept, and how many of them are packed together. */
public enum Level {
  /** An hour of minutes. */
  MINUTE(1, 60_000, 60),
  /** A day, by universal time, of quarters of an hour: the unit of every zone's offset. */
  QUARTER(2, 900_000, 96),
  /** A week of hours. */
  HOUR(3, 3_600_000, 168),
  /** A month of local days; both lengths vary. */
  DAY(4, 86_400_000, 31);

  private final int number;
  private final long millis;
  private final int perChunk;

  Level(int number, long millis, int perChunk) {
    this.number = number;
    this.millis = millis;
    this.perChunk = perChunk;
  }

  /** What it is called in files, so it never changes: from 1, which is the finest. */
  public int number() {
    return number;
  }

  /** How long a step is; about, for a day. */
  public long millis() {
    return millis;
  }

  int perChunk() {
    return perChunk;
  }

  /**
   * This level and those below of which it is made, coarsest first. Days are made of quarters, for
   * the offset of a zone need not be whole hours.
   */
  public List<Level> downwards() {
    return switch (this) {
      case MINUTE -> List.of(MINUTE);
      case QUARTER -> List.of(QUARTER, MINUTE);
      case HOUR -> List.of(HOUR, QUARTER, MINUTE);
      case DAY -> List.of(DAY, QUARTER, MINUTE);
    };
  }

  /** Whether a level is what this one is made of, at first hand. */
  public boolean isMadeOf(Level finer) {
    List<Level> levels = downwards();
    return levels.size() > 1 && levels.get(1) == finer;
  }
}
