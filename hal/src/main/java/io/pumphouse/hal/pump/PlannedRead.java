package io.pumphouse.hal.pump;

import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.List;

/**
 * One request of a read plan.
 *
 * @param registers what it asks for; empty if that is no register but the alarm log
 * @param span what it looks like on the line: {@code input 0-19}
 * @param lineTime how long it is reckoned to keep the line busy, question, turnaround, answer and
 *     the silence after it
 */
public record PlannedRead(List<RegisterId> registers, String span, Duration lineTime) {
  public PlannedRead {
    registers = List.copyOf(registers);
  }
}
