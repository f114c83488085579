package io.pumphouse.agent.store.roll;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells how long each value held. A value holds until the next sample of its series, whatever that
 * is, but at most {@value #MOST_DISTANCES} times as long as it came after the one before, and never
 * longer than {@link #LONGEST}: after a gap nobody knows. So what holds at a time is told by the
 * {@link #LEAD} before it and by nothing else, wherever one begins to listen. Confined to one
 * thread.
 */
public final class Holding {
  /** Milliseconds; a register that is asked each hour still holds until it is asked again. */
  public static final long LONGEST = 4_500_000;

  /** How long before a time one must begin to listen: for a value, and for the one before it. */
  public static final long LEAD = 2 * LONGEST;

  private static final int MOST_DISTANCES = 3;

  /** As far apart as samples usually are at most: settings, at the default poll interval. */
  private static final long FIRST = 300_000;

  /** A wall clock that strays less from the time since boot is being slewed and was not set. */
  private static final long SLEW = 1_000;

  private final Tally tally;
  private final long from;
  private final long to;
  private final Map<Integer, Standing> standings = new HashMap<>();

  /**
   * Tells a tally what held in a window.
   *
   * @param from milliseconds since 1970, inclusive
   * @param to exclusive
   */
  public Holding(Tally tally, long from, long to) {
    this.tally = tally;
    this.from = from;
    this.to = to;
  }

  /** There was a value. */
  public void value(int series, String boot, long wall, long mono, long raw) {
    Standing standing = moveTo(series, boot, wall, mono);
    standing.isHolding = true;
    standing.raw = raw;
  }

  /** There was a sample without a value. */
  public void nothing(int series, String boot, long wall, long mono) {
    moveTo(series, boot, wall, mono).isHolding = false;
  }

  /** Nothing follows. */
  public void end() {
    standings.forEach((series, standing) -> tell(series, standing, standing.longest()));
    standings.clear();
  }

  private Standing moveTo(int series, String boot, long wall, long mono) {
    Standing standing = standings.computeIfAbsent(series, _ -> new Standing());
    if (!standing.boot.isEmpty()) {
      long distance = standing.distance(boot, wall, mono);
      long longest = standing.longest();
      tell(series, standing, distance < 0 ? longest : Math.min(distance, longest));
      standing.usual = distance > 0 && distance <= LONGEST ? distance : 0;
    }
    standing.boot = boot;
    standing.wall = wall;
    standing.mono = mono;
    return standing;
  }

  private void tell(int series, Standing standing, long millis) {
    if (standing.isHolding) {
      tally.hold(
          series,
          standing.raw,
          Math.max(from, standing.wall),
          Math.min(to, standing.wall + millis));
    }
  }

  /** The last sample of a series. */
  private static final class Standing {
    private String boot = "";
    private long wall;
    private long mono;
    private long usual;
    private boolean isHolding;
    private long raw;

    /** By the time since boot, and only between two boots by the wall clock. */
    long distance(String nextBoot, long nextWall, long nextMono) {
      long byWall = nextWall - wall;
      long byMono = nextMono - mono;
      boolean isSlewed = Math.abs(byWall - byMono) <= SLEW;
      return !nextBoot.equals(boot) || isSlewed ? byWall : byMono;
    }

    long longest() {
      return usual == 0 ? FIRST : Math.min(usual * MOST_DISTANCES, LONGEST);
    }
  }
}
