package io.pumphouse.agent.poll;

import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When each register of one pump is due. Times are nanoseconds since boot; a register that was
 * missed is asked once, not once per missed turn, and keeps its rhythm. Confined to the bus thread.
 */
final class Timetable {
  private final Map<RegisterId, Duration> intervals;
  private final Map<RegisterId, Long> dueAt = new LinkedHashMap<>();

  /**
   * A timetable on which everything is due at once.
   *
   * @param start the first time everything is due
   */
  Timetable(Map<RegisterId, Duration> intervals, long start) {
    this.intervals = Map.copyOf(intervals);
    intervals.keySet().forEach(register -> dueAt.put(register, start));
  }

  /** The earliest time at which something is due. */
  long nextDue() {
    return dueAt.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
  }

  /** Takes what is due by now; each is due again at its next turn after now. */
  List<RegisterId> takeDue(long now) {
    List<RegisterId> due = new ArrayList<>();
    dueAt.replaceAll(
        (register, at) -> {
          if (at > now) {
            return at;
          }
          due.add(register);
          long interval = intervals.getOrDefault(register, Duration.ZERO).toNanos();
          return at + interval * ((now - at) / interval + 1);
        });
    return due;
  }
}
