package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.util.List;
import java.util.Optional;

/** Which alarms the pumps have. Thread-safe; every answer is a consistent copy. */
@FunctionalInterface
public interface Alarms {
  /** The alarms of one pump, or empty if there is none of that name. */
  Optional<AlarmReport> alarms(PumpId pump);

  /** What is active on one pump now, as far as is known. */
  default List<ActiveAlarm> active(PumpId pump) {
    return alarms(pump).map(AlarmReport::active).orElse(List.of());
  }
}
