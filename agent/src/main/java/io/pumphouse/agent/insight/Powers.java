package io.pumphouse.agent.insight;

import java.time.Duration;

/**
 * From power to energy. A gap of up to 15 minutes is filled with the mean of what is on both sides,
 * as emoncms' heat-pump app does; what lasts longer stays unknown, and so does a gap over the end
 * of a piece: better a little too little than a guess.
 */
final class Powers {
  /** emoncms myheatpump: gaps under 900 s are filled. */
  static final Duration FILLED = Duration.ofMinutes(15);

  /** HA-Nibe-Easyconf, power.py: beyond 900 s the lower end, beyond 6 h nothing. */
  static final Duration GUESSED = Duration.ofHours(6);

  private Powers() {}

  /** What the energy was, step by step, if this was the power in W and NaN a gap. */
  static Flow flow(Piece piece, double[] watts, double[] covered) {
    return flow(piece, watts, covered, FILLED);
  }

  /**
   * The same, and over a gap of up to 6 h the lower end of both sides, which is the least it can
   * have been.
   */
  static Flow bridged(Piece piece, double[] watts, double[] covered) {
    return flow(piece, watts, covered, GUESSED);
  }

  private static Flow flow(Piece piece, double[] watts, double[] covered, Duration longest) {
    Flow flow = new Flow(watts.length);
    int previous = -1;
    for (int i = 0; i < watts.length; i++) {
      if (!Double.isNaN(watts[i])) {
        flow.set(i, Flow.energy(watts[i], countedSeconds(piece, i, covered[i])), covered[i]);
        if (previous >= 0 && previous < i - 1) {
          bridge(piece, watts, flow, new Gap(previous, i), longest);
        }
        previous = i;
      }
    }
    return flow;
  }

  /** Steps with nothing in them, between two with something. */
  private record Gap(int before, int after) {
    Duration length(Piece piece) {
      return Duration.between(piece.at(before + 1), piece.at(after));
    }
  }

  /** Of a step whose own gap is short the whole time counts, else only what values cover. */
  private static double countedSeconds(Piece piece, int step, double covered) {
    double seconds = piece.seconds(step);
    double missing = seconds * (1 - covered);
    return missing <= FILLED.toSeconds() ? seconds : seconds * covered;
  }

  private static void bridge(Piece piece, double[] watts, Flow flow, Gap gap, Duration longest) {
    Duration length = gap.length(piece);
    double before = watts[gap.before()];
    double after = watts[gap.after()];
    for (int i = gap.before() + 1; i < gap.after(); i++) {
      if (length.compareTo(FILLED) <= 0) {
        flow.set(i, Flow.energy((before + after) / 2, piece.seconds(i)), 0);
      } else if (length.compareTo(longest) <= 0) {
        flow.guess(i, Flow.energy(Math.min(before, after), piece.seconds(i)));
      }
    }
  }
}
