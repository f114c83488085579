package io.pumphouse.web.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Quantities over time, in equal steps, in the units of their metrics. Immutable.
 *
 * @param from where step 0 begins
 * @param step how long each is
 * @param steps how many
 * @param lines one for each metric asked for, in that order; one without any value has only gaps
 */
public record Chart(Instant from, Duration step, int steps, List<Line> lines) {
  public Chart {
    lines = List.copyOf(lines);
  }

  /**
   * One metric.
   *
   * @param metric as it was asked for
   * @param points those steps that have a value, in order
   */
  public record Line(String metric, List<Point> points) {
    public Line {
      points = List.copyOf(points);
    }
  }

  /**
   * One metric in one step. Of a derived metric, lowest and highest are those of the finer steps it
   * was worked out from.
   *
   * @param step the number of the step, from 0
   * @param quality share of the step that values cover, above 0, at most 1
   */
  public record Point(int step, double lowest, double mean, double highest, double quality) {}
}
