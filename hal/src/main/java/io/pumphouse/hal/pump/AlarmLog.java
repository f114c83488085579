package io.pumphouse.hal.pump;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What a pump says about its past alarms. What stands in a log has happened; it never says that
 * anything is wrong now.
 */
public sealed interface AlarmLog {
  /** Nobody asked, or this model keeps none that can be asked for. */
  record Unread() implements AlarmLog {}

  /**
   * The log, whole.
   *
   * @param newestFirst what stands in it; empty if the pump remembers no alarm
   * @param at when it was read
   */
  record Heard(List<Entry> newestFirst, Moment at) implements AlarmLog {
    public Heard {
      newestFirst = List.copyOf(newestFirst);
    }
  }

  /**
   * It was asked for and could not be read whole.
   *
   * @param next what a technician should do about it
   */
  record Unheard(Fault fault, String next, Moment at) implements AlarmLog {}

  /**
   * One alarm of the past.
   *
   * @param code its number on the display
   * @param at when it happened by the pump's own clock, which knows no time zone
   */
  record Entry(int code, LocalDateTime at) {}
}
