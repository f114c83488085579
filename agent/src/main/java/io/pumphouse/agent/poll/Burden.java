package io.pumphouse.agent.poll;

import io.pumphouse.agent.command.Workload;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a line has to carry, and what becomes of the intervals when that is too much. Immutable.
 *
 * @param shares what each pump on the line needs; empty as long as nothing was reckoned
 * @param stretch by how much every interval is longer than wished for; 1 when everything fits
 */
record Burden(List<Share> shares, double stretch) {
  Burden {
    shares = List.copyOf(shares);
  }

  /**
   * One pump's part.
   *
   * @param pump whose
   * @param needed how much line time per second its intervals call for
   * @param shortest the shortest interval asked of it
   */
  record Share(PumpId pump, Duration needed, Duration shortest) {
    private String words(double stretch) {
      Duration reached = Duration.ofMillis(Math.round(shortest.toMillis() * stretch));
      return pump + " every " + seconds(reached) + " instead of every " + seconds(shortest);
    }
  }

  /** Nothing is known yet. */
  static Burden none() {
    return new Burden(List.of(), 1);
  }

  /** How much line time per second all pumps together need. */
  Duration needed() {
    return shares.stream().map(Share::needed).reduce(Duration.ZERO, Duration::plus);
  }

  boolean isTooMuch() {
    return stretch > 1;
  }

  /** One line of the health board. */
  Check check(String line) {
    String name = "load of " + line;
    if (shares.isEmpty()) {
      return Check.well(name, "not known yet");
    }
    String need = "asking is reckoned to take " + seconds(needed()) + " of each second on the line";
    return isTooMuch()
        ? Check.degraded(
            name,
            need + ", and " + seconds(Workload.AVAILABLE) + " is there: " + consequences(),
            "set longer intervals, "
                + longEnough()
                + " at least, or ask for fewer registers; see: pumphouse read "
                + shares.getFirst().pump()
                + " --plan")
        : Check.well(name, need);
  }

  private String consequences() {
    return shares.stream().map(share -> share.words(stretch)).collect(Collectors.joining(", "));
  }

  private String longEnough() {
    return shares.stream()
        .map(
            share ->
                "poll-interval of "
                    + share.pump()
                    + " "
                    + (long) Math.ceil(share.shortest().toMillis() * stretch / 1e3)
                    + "s")
        .collect(Collectors.joining(" and "));
  }

  private static String seconds(Duration time) {
    double seconds = time.toNanos() / 1e9;
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
  }
}
