package io.pumphouse.agent.poll;

import io.pumphouse.hal.reading.Alarm;

/** What one register says about alarms now. */
sealed interface AlarmSign {
  /**
   * There is one.
   *
   * @param isCertain whether it is this one; if not, it probably is
   */
  record Active(Alarm alarm, boolean isCertain) implements AlarmSign {
    /** Whether it is known which one it is. */
    boolean isNamed() {
      return !alarm.code().isEmpty();
    }
  }

  /** There is none that another register does not tell better. */
  record Quiet() implements AlarmSign {}

  /** It does not say; that is not the same as none. */
  record Unknown(String why) implements AlarmSign {}
}
