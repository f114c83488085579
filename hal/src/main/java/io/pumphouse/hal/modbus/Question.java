package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Space;
import java.util.List;

/** What a master may ask of a unit: functions 1 to 6, 15, 16 and 43 type 14. Immutable. */
public sealed interface Question {
  /** The most registers one read may ask for (Modbus application protocol, section 6.3). */
  int REGISTERS_READ = 125;

  /** The most bits one read may ask for (section 6.1). */
  int BITS_READ = 2000;

  /** The most registers one write may carry (section 6.12). */
  int REGISTERS_WRITTEN = 123;

  /** The most bits one write may carry (section 6.11). */
  int BITS_WRITTEN = 1968;

  /**
   * Functions 1 to 4: what stands at these addresses?
   *
   * @param address the first zero-based address
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
   * @param address the first zero-based address
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

  /**
   * Function 43 type 14: what does the device call itself? The values of its answer are the bytes
   * behind the echo, for {@link Identification}.
   *
   * @param from the text to begin with: 0 vendor, 1 product, 2 version
   */
  record Identify(int from) implements Question {
    public Identify {
      if (from < 0 || from > 0xFF) {
        throw new IllegalArgumentException("object " + from + " is outside 0..255");
      }
    }
  }
}
