package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Space;
import java.util.List;

/** What a master may ask of a unit: functions 1 to 6, 15 and 16. Immutable. */
public sealed interface Question {
  /** The most registers one read may ask for (Modbus application protocol, section 6.3). */
  int REGISTERS_READ = 125;

  /** The most bits one read may ask for (section 6.1). */
  int BITS_READ = 2000;

  /** The most registers one write may carry (section 6.12). */
  int REGISTERS_WRITTEN = 123;

  /** The most bits one write may carry (section 6.11). */
  int BITS_WRITTEN = 1968;

  Space space();

  /** The first zero-based address. */
  int address();

  /**
   * Functions 1 to 4: what stands at these addresses?
   *
   * @param count how many addresses: 1 to 125 registers or 2000 bits
   */
  record Read(Space space, int address, int count) implements Question {
    public Read {
      Span.check(space, address, count, space.isBits() ? BITS_READ : REGISTERS_READ);
    }
  }

  /**
   * Functions 5 and 6: change one address.
   *
   * @param space coil or holding
   * @param value 0 or 1 for a coil, 0 to 65535 for a register
   */
  record WriteOne(Space space, int address, int value) implements Question {
    public WriteOne {
      Span.check(space, address, 1, 1);
      Span.checkWritable(space, List.of(value));
    }
  }

  /**
   * Functions 15 and 16: change consecutive addresses in one request.
   *
   * @param space coil or holding
   * @param values as for {@link WriteOne}: 1 to 123 registers or 1968 coils
   */
  record WriteMany(Space space, int address, List<Integer> values) implements Question {
    public WriteMany {
      values = List.copyOf(values);
      int most = space.isBits() ? BITS_WRITTEN : REGISTERS_WRITTEN;
      Span.check(space, address, values.size(), most);
      Span.checkWritable(space, values);
    }
  }
}
