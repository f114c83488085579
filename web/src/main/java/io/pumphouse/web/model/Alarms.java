package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.util.List;
import java.util.Optional;

/** Which alarms the pumps have. Thread-safe; every answer is a consistent copy. */
@FunctionalInterface
public interface Alarms {
  /** The alarms of one pump, or empty if there is none of that name. */
  Optional<AlarmReport> alarms(PumpId pump);

  /** The most that {@link #past} gives. */
  int PAST_MOST = 50;

  /**
   * The alarms of one pump that are over, newest first, at most {@value #PAST_MOST}. Reads the
   * disk: ask on a thread that may wait. Empty while the disk refuses, which the health board
   * tells.
   */
  default List<PastAlarm> past(PumpId pump) {
    return List.of();
  }

  /** What is active on one pump now, as far as is known. */
  default List<ActiveAlarm> active(PumpId pump) {
    return alarms(pump).map(AlarmReport::active).orElse(List.of());
  }
}
