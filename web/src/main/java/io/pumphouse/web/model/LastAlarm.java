package io.pumphouse.web.model;

import io.pumphouse.hal.reading.Alarm;
import java.time.LocalDateTime;

/** The last alarm a pump remembers. It never says that anything is wrong now. */
public sealed interface LastAlarm {
  /** The pump does not tell this at all. */
  record Untold() implements LastAlarm {}

  /** The pump remembers none. */
  record None() implements LastAlarm {}

  /** This one; the pump does not say when. */
  record Was(Alarm alarm) implements LastAlarm {}

  /**
   * This one.
   *
   * @param at by the pump's own clock, which knows no time zone
   */
  record WasAt(Alarm alarm, LocalDateTime at) implements LastAlarm {}

  /**
   * The pump would tell, but not now.
   *
   * @param why in words
   */
  record Unknown(String why) implements LastAlarm {}
}
