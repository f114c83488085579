package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Space;
import java.util.List;

/**
 * What a Modbus slave has to say: the content behind the protocol. Called from the thread that
 * serves the line.
 */
public interface RegisterBank {
  /**
   * What stands at these addresses.
   *
   * @param address the first zero-based address
   * @param count how many addresses, at least 1
   */
  Answer read(Space space, int address, int count);

  /**
   * Changes what stands at these addresses.
   *
   * @param address the first zero-based address
   * @param values one per address: 0 or 1 for coils, 0 to 65535 for registers
   */
  Answer write(Space space, int address, List<Integer> values);

  /** What the slave says. */
  sealed interface Answer {}

  /** The values asked for, or those just written. */
  record Values(List<Integer> values) implements Answer {
    public Values {
      values = List.copyOf(values);
    }
  }

  /** A Modbus exception. */
  record Refusal(int exception) implements Answer {}
}
