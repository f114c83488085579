package io.pumphouse.agent.poll;

import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.RegisterId;
import java.util.List;

/**
 * What is measured beside the line of one pump: read at its own intervals however full, silent or
 * broken the line is, and told as the pump's. Confined to the bus thread.
 */
final class Sideline {
  private final Round round;
  private final HeatPump pump;
  private final Timetable timetable;

  /**
   * Everything is due now.
   *
   * @param round that of the same pump on its line
   */
  Sideline(Assignment assignment, Round round, long now) {
    this.round = round;
    this.pump = assignment.pump();
    this.timetable = new Timetable(assignment.beside(), now);
  }

  /** When something is due, in nanoseconds since boot. */
  long nextDue() {
    return timetable.nextDue();
  }

  /** Reads what is due by now. */
  Batch read(long now) {
    List<RegisterId> due =
        timetable.takeDue(now).stream().flatMap(each -> each.registers().stream()).toList();
    return round.batch(pump.read(due), true);
  }
}
