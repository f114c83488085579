package io.pumphouse.agent.poll;

/**
 * The clock that the timetables of one bus go by. It counts beats, which are nanoseconds as long as
 * the line has time for everything; when it has not, beats become longer, so that every interval
 * grows by the same factor and what fell due together still does. Whole multiples and the rest are
 * reckoned apart, for a month in nanoseconds times a factor is more than a long holds. Confined to
 * the bus thread.
 */
final class Tempo {
  private static final long EVEN = 1_000;
  private static final long SLOWEST = 1_000_000;

  private long permille = EVEN;
  private long nanosThen;
  private long beatThen;

  /** A tempo of one beat a nanosecond, whose beats now are the nanoseconds since boot. */
  Tempo(long now) {
    this.nanosThen = now;
    this.beatThen = now;
  }

  /** Which beat it is at this time, in nanoseconds since boot. */
  long beat(long nanos) {
    long passed = nanos - nanosThen;
    long rest = Math.floorMod(passed, permille) * EVEN;
    return beatThen + Math.floorDiv(passed, permille) * EVEN + Math.floorDiv(rest, permille);
  }

  /** The earliest time at which {@link #beat(long)} gives this beat or a later one. */
  long nanos(long beat) {
    long beats = beat - beatThen;
    long rest = Math.floorMod(beats, EVEN) * permille;
    return nanosThen + Math.floorDiv(beats, EVEN) * permille + Math.ceilDiv(rest, EVEN);
  }

  /** From now on a beat takes so many nanoseconds, 1 to 1000, in steps of a thousandth. */
  void stretch(double factor, long now) {
    beatThen = beat(now);
    nanosThen = now;
    permille = Math.clamp((long) Math.ceil(factor * EVEN), EVEN, SLOWEST);
  }

  /** By how much every interval is longer than wished for; 1 when there is time for everything. */
  double stretch() {
    return (double) permille / EVEN;
  }
}
