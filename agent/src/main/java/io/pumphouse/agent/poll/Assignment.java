package io.pumphouse.agent.poll;

import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.Pace;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which registers of which pump are asked how often, and which of them are readings to look at.
 *
 * @param id the pump's name
 * @param pump the pump itself
 * @param intervals how often each register is asked, in the order they are shown
 * @param shown those that are shown as readings; the rest are only asked, to tell alarms from them
 */
public record Assignment(
    PumpId id, HeatPump pump, Map<RegisterId, Duration> intervals, Set<RegisterId> shown) {
  /** The sum of all alarms is a live metric; which one it is may wait for every third poll. */
  private static final int BITS = 3;

  public Assignment {
    intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    shown = Set.copyOf(shown);
  }

  /** Everything that is asked is shown. */
  public Assignment(PumpId id, HeatPump pump, Map<RegisterId, Duration> intervals) {
    this(id, pump, intervals, intervals.keySet());
  }

  /** The same without what is measured beside the line. */
  Assignment onLine() {
    return split(register -> !pump.beside().contains(register));
  }

  /** What is measured beside the line, and how often it is read. */
  Map<RegisterId, Duration> beside() {
    return split(pump.beside()::contains).intervals();
  }

  private Assignment split(Predicate<RegisterId> wanted) {
    Map<RegisterId, Duration> some = new LinkedHashMap<>(intervals);
    some.keySet().removeIf(wanted.negate());
    return new Assignment(id, pump, some, shown);
  }

  /**
   * Every metric the model has, at its pace, and whatever the configuration adds or changes; and,
   * unseen, every bit by which it tells an alarm.
   *
   * @param pollInterval how often live metrics are asked
   * @param chosen intervals from the configuration, which win
   */
  public static Assignment of(
      PumpId id, HeatPump pump, Duration pollInterval, Map<RegisterId, Duration> chosen) {
    Map<RegisterId, Duration> intervals = new LinkedHashMap<>();
    pump.map()
        .metrics()
        .forEach(
            (metric, register) -> {
              if (metric.pace() != Pace.ON_DEMAND) {
                intervals.put(register, pollInterval.multipliedBy(metric.pace().polls()));
              }
            });
    intervals.putAll(chosen);
    Set<RegisterId> shown = Set.copyOf(intervals.keySet());
    Duration seldom = pollInterval.multipliedBy(BITS);
    pump.map().alarms().bits().keySet().forEach(bit -> intervals.putIfAbsent(bit, seldom));
    return new Assignment(id, pump, intervals, shown);
  }
}
