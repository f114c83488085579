package io.pumphouse.web.model;

import io.pumphouse.hal.reading.MetricGroup;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;

/**
 * The newest sample of one register, with what it takes to show it.
 *
 * @param name the public name: a metric's key or {@code register:30002}
 * @param label what a person calls it
 * @param group where on the machine it belongs
 * @param register unit, scale and limits
 * @param sample value, missing or invalid
 * @param meaning what the number stands for, in words; empty if it speaks for itself
 * @param age how old the sample is, by the clock that does not jump
 * @param every how often it is asked for; much older than that is stale
 */
public record LiveReading(
    String name,
    String label,
    MetricGroup group,
    Register register,
    Sample sample,
    String meaning,
    Duration age,
    Duration every) {
  private static final int POLLS_UNTIL_STALE = 3;

  /**
   * Nothing in a house changes faster; and live pages, which hear of what stays as it is only now
   * and then, would take it for stale.
   */
  private static final Duration NEVER_STALE = Duration.ofSeconds(15);

  /** Whether the sample is older than {@link #staleAfter()}: shown as such, never as fresh. */
  public boolean isStale() {
    return age.compareTo(staleAfter()) > 0;
  }

  /** The age beyond which the sample is stale: three polls, but not less than 15 s. */
  public Duration staleAfter() {
    Duration polls = every.multipliedBy(POLLS_UNTIL_STALE);
    return polls.compareTo(NEVER_STALE) < 0 ? NEVER_STALE : polls;
  }
}
