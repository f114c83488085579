package io.pumphouse.agent.poll;

import io.pumphouse.agent.command.Workload;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which registers of one pump really fall due together, and how often. Pure. */
final class Occasions {
  /** Where intervals have no common multiple worth waiting for, so many turns are a fair sample. */
  private static final int TURNS_MOST = 10_000;

  private Occasions() {}

  /**
   * Registers that fall due together.
   *
   * @param intervals theirs, shortest first
   * @param registers all of them, in the order of the assignment
   * @param perSecond how often
   */
  record Occasion(List<Duration> intervals, List<RegisterId> registers, double perSecond) {
    /** The requests that it takes, leaving out registers that are not asked. */
    private Workload.Occasion planned(HeatPump pump, Predicate<RegisterId> isAsked) {
      List<RegisterId> asked = registers.stream().filter(isAsked).toList();
      return new Workload.Occasion(intervals, perSecond, pump.plan(asked));
    }
  }

  /** What these take, with the pump's alarm log, leaving out registers that are not asked. */
  static List<Workload.Occasion> planned(
      List<Occasion> occasions, HeatPump pump, Predicate<RegisterId> isAsked) {
    return Stream.concat(
            occasions.stream().map(each -> each.planned(pump, isAsked)),
            LogTurns.load(pump).stream())
        .toList();
  }

  /** Every different occasion, the most frequent first. */
  static List<Occasion> of(Map<RegisterId, Duration> wanted) {
    List<Duration> intervals = wanted.values().stream().distinct().sorted().toList();
    Map<List<Duration>, Integer> counts = new LinkedHashMap<>();
    Map<Duration, Duration> next = new HashMap<>();
    intervals.forEach(interval -> next.put(interval, Duration.ZERO));
    Duration now = Duration.ZERO;
    for (int turns = 0; !intervals.isEmpty() && turns < TURNS_MOST; turns++) {
      List<Duration> due = due(intervals, next, now);
      if (turns > 0 && due.size() == intervals.size()) {
        break; // From here on it begins again.
      }
      counts.merge(due, 1, Integer::sum);
      for (Duration interval : due) {
        next.put(interval, now.plus(interval));
      }
      now = next.values().stream().min(Duration::compareTo).orElseThrow();
    }
    return occasions(wanted, counts, now);
  }

  private static List<Duration> due(
      List<Duration> intervals, Map<Duration, Duration> next, Duration now) {
    return intervals.stream().filter(interval -> now.equals(next.get(interval))).toList();
  }

  private static List<Occasion> occasions(
      Map<RegisterId, Duration> wanted, Map<List<Duration>, Integer> counts, Duration span) {
    List<Occasion> occasions = new ArrayList<>();
    counts.forEach(
        (intervals, count) -> {
          List<RegisterId> registers =
              wanted.keySet().stream()
                  .filter(register -> intervals.contains(wanted.get(register)))
                  .toList();
          occasions.add(new Occasion(intervals, registers, count * 1e9 / span.toNanos()));
        });
    occasions.sort((one, other) -> Double.compare(other.perSecond(), one.perSecond()));
    return List.copyOf(occasions);
  }
}
