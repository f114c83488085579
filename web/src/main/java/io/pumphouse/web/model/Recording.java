package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The readings of one pump around the start of an alarm, at full rate. Immutable.
 *
 * @param head which
 * @param byRegister what each register gave, oldest first
 */
public record Recording(Head head, Map<RegisterId, List<Tick>> byRegister) {
  public Recording {
    byRegister =
        byRegister.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, ticks -> List.copyOf(ticks.getValue())));
  }

  /**
   * What a recording is of.
   *
   * @param id by which it is opened
   * @param at when the alarm came
   * @param alarm the alarm in words
   */
  public record Head(long id, PumpId pump, Instant at, String alarm) {}

  /** What a register gave at one time. */
  public sealed interface Tick {
    /** Counted from the alarm; negative before it. */
    Duration fromAlarm();

    /**
     * A value.
     *
     * @param raw in raw steps; {@code Register.scale()} makes them quantities
     */
    record Value(Duration fromAlarm, long raw) implements Tick {}

    /**
     * No value.
     *
     * @param reason {@code missing}, or why the answer was not believed: {@code no-answer}
     */
    record Gap(Duration fromAlarm, String reason) implements Tick {}
  }
}
