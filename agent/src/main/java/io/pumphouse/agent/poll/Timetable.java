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
  /** In how many of the shortest intervals everything should have been heard once. */
  private static final int UNHEARD = 4;

  private final List<Group> groups = new ArrayList<>();

  /** Registers of one interval, which are always due together. */
  private static final class Group {
    private final long interval;
    private final List<RegisterId> registers = new ArrayList<>();
    private long dueAt;
    private boolean isUnheard = true;

    private Group(Duration interval, long start) {
      this.interval = interval.toNanos();
      this.dueAt = start;
    }

    private Due take(long now, long unheardWithin) {
      long within = isUnheard ? Math.min(interval, unheardWithin) : interval;
      isUnheard = false;
      Due due = new Due(registers, dueAt, within);
      dueAt += interval * ((now - dueAt) / interval + 1);
      return due;
    }
  }

  /**
   * Registers whose turn it is.
   *
   * @param at since when: the first of the turns that were not taken
   * @param within how long they may wait: until the next turn, or less where nothing is known yet
   */
  record Due(List<RegisterId> registers, long at, long within) {}

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
        due.add(group.take(now, unheardWithin()));
      }
    }
    return due;
  }

  /** A setting that is due each hour must not be unknown for an hour on a full line. */
  private long unheardWithin() {
    return UNHEARD * groups.stream().mapToLong(group -> group.interval).min().orElse(0);
  }

  /** Nothing is known any more: everything is due again, at this beat. */
  void restart(long beat) {
    for (Group group : groups) {
      group.dueAt = beat;
      group.isUnheard = true;
    }
  }
}
