package io.pumphouse.web.model;

import io.pumphouse.hal.reading.Alarm;
import java.time.Instant;

/**
 * An alarm that is over, as the agent saw it.
 *
 * @param alarm which; its code is empty if the pump only said that there was one
 * @param isCertain whether the pump named it
 * @param since when it came; when it was first seen, if it was there before
 * @param isSinceSeen whether the agent saw it come
 * @param until when it was over; when that was first seen, if it ended while the agent did not look
 * @param isUntilSeen whether the agent saw it end
 */
public record PastAlarm(
    Alarm alarm,
    boolean isCertain,
    Instant since,
    boolean isSinceSeen,
    Instant until,
    boolean isUntilSeen) {
  /** Code and text in one line, as of an active alarm. */
  public String words() {
    return ActiveAlarm.words(alarm, isCertain);
  }
}
