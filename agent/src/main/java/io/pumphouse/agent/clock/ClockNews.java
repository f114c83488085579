package io.pumphouse.agent.clock;

import io.pumphouse.hal.reading.Moment;
import java.time.Duration;
import java.time.Instant;

/** What happened to the clock. Immutable. */
public sealed interface ClockNews {
  /** When it was noticed, by the clock as it is now. */
  Moment at();

  /**
   * It was set.
   *
   * @param from what it would say now, had nobody set it
   * @param to what it says
   */
  record Stepped(Moment at, Instant from, Instant to) implements ClockNews {
    /** By how much; negative where it went back. */
    public Duration by() {
      return Duration.between(from, to);
    }
  }

  /**
   * The time is known now.
   *
   * @param by by whom
   * @param moved how much the last stamps before it were moved by; zero if they were right
   */
  record Known(Moment at, Witness by, Duration moved) implements ClockNews {}

  /**
   * The time was never known in an earlier boot; where it belongs is guessed.
   *
   * @param boot its id
   * @param start when it is taken to have started
   */
  record Guessed(Moment at, String boot, Instant start) implements ClockNews {}
}
