package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.util.Optional;

/** Whether a fault lies in the wires. Thread-safe. */
public interface LineHealth {
  /** The line of this pump, or empty if there is no such pump. */
  Optional<LineStatus> line(PumpId pump);
}
