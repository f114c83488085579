package io.pumphouse.agent.publish.influx;

/**
 * How many lines go into one load: fewer where the server does not keep up, and more again where it
 * does. Confined to one thread.
 */
final class LoadSize {
  static final int MOST = 5_000;
  static final int FEWEST = 50;

  /** Each try of more may cost a wait in vain, so the server first keeps up for a while. */
  static final int LOADS_BEFORE_MORE = 20;

  private int ceiling = MOST;
  private int now = MOST;
  private int taken;

  boolean isReachedBy(int lines) {
    return lines >= now;
  }

  /** The server takes no load of so many, now or later. */
  void tooLarge(int lines) {
    tooSlow(lines);
    ceiling = Math.min(ceiling, now);
  }

  /** The server was not done with so many in time; if they were few, that was not the reason. */
  void tooSlow(int lines) {
    if (lines > FEWEST) {
      now = Math.max(FEWEST, Math.min(now, lines / 2));
      taken = 0;
    }
  }

  /** The server took so many. */
  void taken(int lines) {
    if (now < ceiling && lines >= now && ++taken == LOADS_BEFORE_MORE) {
      now = Math.min(ceiling, now * 2);
      taken = 0;
    }
  }
}
