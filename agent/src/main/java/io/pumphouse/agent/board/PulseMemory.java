package io.pumphouse.agent.board;

import io.pumphouse.hal.reading.PumpId;
import java.util.OptionalLong;

/** Where the counter of a pulse meter outlives the agent. Waits for the disk. */
public interface PulseMemory {
  /**
   * What was last kept for this pump, in thousandths of a Wh: 0 if nothing ever was, empty while
   * the disk refuses.
   */
  OptionalLong recall(PumpId pump);

  /** Keeps it, so that a power cut cannot undo it; false while the disk refuses. */
  boolean keep(PumpId pump, long milliwattHours);
}
