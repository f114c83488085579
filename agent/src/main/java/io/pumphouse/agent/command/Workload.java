package io.pumphouse.agent.command;

import io.pumphouse.hal.pump.PlannedRead;
import java.time.Duration;
import java.util.List;

/**
 * What asking one pump on time takes of its line. Immutable.
 *
 * @param occasions the sets of registers that really fall due together, the most frequent first
 * @param othersPerSecond line time per second that the other pumps on the line need
 */
public record Workload(List<Occasion> occasions, Duration othersPerSecond) {
  /** Line time per second that asking on time may take; the rest is for probes and for people. */
  public static final Duration AVAILABLE = Duration.ofMillis(950);

  public Workload {
    occasions = List.copyOf(occasions);
  }

  /**
   * Registers that fall due together.
   *
   * @param intervals their intervals, shortest first
   * @param perSecond how often, if the line has time for everything
   * @param reads the requests that ask for them
   */
  public record Occasion(List<Duration> intervals, double perSecond, List<PlannedRead> reads) {
    public Occasion {
      intervals = List.copyOf(intervals);
      reads = List.copyOf(reads);
    }

    /** How long all its requests keep the line busy. */
    public Duration lineTime() {
      return reads.stream().map(PlannedRead::lineTime).reduce(Duration.ZERO, Duration::plus);
    }
  }

  /** Line time per second that asking this pump needs. */
  public Duration ownPerSecond() {
    return perSecond(occasions);
  }

  /** By how much every interval grows on a line with so much to carry; 1 if all of it fits. */
  public double stretch() {
    return stretch(ownPerSecond().plus(othersPerSecond));
  }

  /** Line time per second that these occasions need. */
  public static Duration perSecond(List<Occasion> occasions) {
    double nanos =
        occasions.stream().mapToDouble(each -> each.lineTime().toNanos() * each.perSecond()).sum();
    return Duration.ofNanos(Math.round(nanos));
  }

  /** By how much every interval grows where so much line time is needed; 1 if it is there. */
  public static double stretch(Duration neededPerSecond) {
    return Math.max(1, (double) neededPerSecond.toNanos() / AVAILABLE.toNanos());
  }
}
