package io.pumphouse.web.model;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/**
 * How fast a job may copy, by the time of day. Immutable.
 *
 * @param steps in the order of the day; the last one holds over midnight until the first
 */
public record Bandwidth(List<Step> steps) {
  /** Nothing said: what is set for all jobs holds, or no limit. */
  public static final Bandwidth USUAL = new Bandwidth(List.of());

  public Bandwidth {
    steps = steps.stream().sorted(Comparator.comparing(Step::from)).toList();
  }

  /**
   * From when on how fast.
   *
   * @param bytesPerSecond 0 for no limit
   */
  public record Step(LocalTime from, long bytesPerSecond) {}

  /** The same all day. */
  public static Bandwidth always(long bytesPerSecond) {
    return new Bandwidth(List.of(new Step(LocalTime.MIDNIGHT, bytesPerSecond)));
  }

  /** What holds for a job, given what is set for all. */
  public Bandwidth or(Bandwidth forAll) {
    return steps.isEmpty() ? forAll : this;
  }

  /** The most bytes per second at this time of day; 0 for no limit. */
  public long at(LocalTime time) {
    if (steps.isEmpty()) {
      return 0;
    }
    Step now = steps.getLast();
    for (Step step : steps) {
      now = step.from().isAfter(time) ? now : step;
    }
    return now.bytesPerSecond();
  }
}
