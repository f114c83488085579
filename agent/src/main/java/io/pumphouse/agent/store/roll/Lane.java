package io.pumphouse.agent.store.roll;

/**
 * One series along a ruler: what its values amount to in each step. How long and how much are sums,
 * so steps can be put together to longer ones in any grouping with the same result. Confined to one
 * thread.
 */
final class Lane {
  private final long[] lowest;
  private final long[] highest;
  private final long[] last;
  private final long[] covered;

  /** Raw value times milliseconds; exact below 2 to the 53rd, which is 28 bits for a year. */
  private final double[] weighed;

  Lane(int steps) {
    lowest = new long[steps];
    highest = new long[steps];
    last = new long[steps];
    covered = new long[steps];
    weighed = new double[steps];
  }

  boolean has(int step) {
    return covered[step] > 0;
  }

  /** Whether any step has a value. */
  boolean isHeard() {
    for (long millis : covered) {
      if (millis > 0) {
        return true;
      }
    }
    return false;
  }

  Cell cell(int step) {
    return new Cell(lowest[step], highest[step], last[step], covered[step], weighed[step]);
  }

  /** Adds what comes later in the same step. */
  void add(int step, Cell cell) {
    if (has(step)) {
      lowest[step] = Math.min(lowest[step], cell.lowest());
      highest[step] = Math.max(highest[step], cell.highest());
    } else {
      lowest[step] = cell.lowest();
      highest[step] = cell.highest();
    }
    last[step] = cell.last();
    covered[step] += cell.covered();
    weighed[step] += cell.weighed();
  }

  void clear(int step) {
    covered[step] = 0;
    weighed[step] = 0;
  }

  long lowest(int step) {
    return lowest[step];
  }

  double mean(int step) {
    return Math.clamp(weighed[step] / covered[step], (double) lowest[step], (double) highest[step]);
  }

  long highest(int step) {
    return highest[step];
  }

  long last(int step) {
    return last[step];
  }

  /** For how many milliseconds there was a value. */
  long covered(int step) {
    return covered[step];
  }
}
