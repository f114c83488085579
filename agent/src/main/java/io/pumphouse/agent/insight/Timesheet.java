package io.pumphouse.agent.insight;

import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.RunTime;

/** How long something ran, within the time it is known of. Confined to one thread. */
final class Timesheet {
  private static final double SECONDS_OF_AN_HOUR = 3_600;

  private double known;
  private double ran;

  /**
   * @param share of the time in which it ran; NaN if not known
   */
  void add(double seconds, double share) {
    if (!Double.isNaN(share)) {
      known += seconds;
      ran += seconds * share;
    }
  }

  double knownHours() {
    return known / SECONDS_OF_AN_HOUR;
  }

  RunTime runTime(String why) {
    return known == 0
        ? RunTime.unknown(why)
        : new RunTime(new Known(ran / SECONDS_OF_AN_HOUR), new Known(ran / known));
  }
}
