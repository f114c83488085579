package io.pumphouse.agent.poll;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;

/** Where a write that has been allowed goes: to the one thread that may talk to its pump. */
@FunctionalInterface
public interface Writing {
  /**
   * Reads the register, writes it once and reads it back, all in one turn on the bus; waits for
   * that. What does not get its turn in time is withdrawn and never written later.
   */
  Changed write(PumpId pump, RegisterId register, long raw);
}
