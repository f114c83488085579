package io.pumphouse.web.model;

import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.Severity;
import java.time.Duration;
import java.time.Instant;

/**
 * An alarm that is active now.
 *
 * @param alarm which; its code is empty if the pump only says that there is one
 * @param isCertain whether the pump names it; if not, it is the newest in its log while some alarm
 *     is active
 * @param since since when
 */
public record ActiveAlarm(Alarm alarm, boolean isCertain, Since since) {
  /** Since when an alarm is active, as far as the agent has seen it. */
  public sealed interface Since {
    /**
     * It came while the agent looked on.
     *
     * @param at by the wall clock
     * @param age how long ago, by the clock that does not jump
     */
    record At(Instant at, Duration age) implements Since {}

    /** It was there when the agent first heard of the pump. */
    record BeforeStart() implements Since {}
  }

  /** Whether it is more than a state of operation. */
  public boolean isFault() {
    return alarm.severity() != Severity.INFO;
  }

  /** Code and text in one line: {@code 51 High pressure}. */
  public String words() {
    return words(alarm, isCertain);
  }

  static String words(Alarm alarm, boolean isCertain) {
    String name = (alarm.code() + " " + alarm.text()).strip();
    return isCertain ? name : "probably " + name;
  }
}
