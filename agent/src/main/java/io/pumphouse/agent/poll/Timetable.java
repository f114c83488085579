package io.pumphouse.agent.poll;

import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When each register of one pump is due, in beats of the {@link Tempo}. All rhythms begin together,
 * so that registers of several intervals meet in one request. A register that was missed is due
 * once, not once per missed turn, and keeps its rhythm. Confined to the bus thread.
 */
final class Timetable {
  private final List<Group> groups = new ArrayList<>();

  /** Registers of one interval, which are always due together. */
  private static final class Group {
    private final long interval;
    private final List<RegisterId> registers = new ArrayList<>();
    private long dueAt;

    private Group(Duration interval, long start) {
      this.interval = interval.toNanos();
      this.dueAt = start;
    }

    private Due take(long now) {
      Due due = new Due(registers, dueAt, interval);
      dueAt += interval * ((now - dueAt) / interval + 1);
      return due;
    }
  }

  /**
   * Registers whose turn it is.
   *
   * @param at since when: the first of the turns that were not taken
   * @param interval how long until the next turn
   */
  record Due(List<RegisterId> registers, long at, long interval) {}

  /**
   * A timetable on which everything is due at once.
   *
   * @param start the first time everything is due
   */
  Timetable(Map<RegisterId, Duration> intervals, long start) {
    Map<Duration, Group> byInterval = new LinkedHashMap<>();
    intervals.forEach(
        (register, interval) ->
            byInterval
                .computeIfAbsent(interval, each -> new Group(each, start))
                .registers
                .add(register));
    groups.addAll(byInterval.values());
  }

  /** The earliest time at which something is due. */
  long nextDue() {
    long next = Long.MAX_VALUE;
    for (Group group : groups) {
      next = Math.min(next, group.dueAt);
    }
    return next;
  }

  /** Takes what is due by now; each is due again at its next turn after now. */
  List<Due> takeDue(long now) {
    List<Due> due = new ArrayList<>(groups.size());
    for (Group group : groups) {
      if (group.dueAt <= now) {
        due.add(group.take(now));
      }
    }
    return due;
  }
}
