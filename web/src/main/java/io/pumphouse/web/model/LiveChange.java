package io.pumphouse.web.model;

import java.util.List;

/**
 * What one poll changed.
 *
 * @param pump how the pump is after the poll
 * @param readings the registers that were asked for, changed or not, each with its new time
 */
public record LiveChange(PumpStatus pump, List<LiveReading> readings) {
  public LiveChange {
    readings = List.copyOf(readings);
  }
}
