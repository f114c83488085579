package io.pumphouse.hal.rego;

import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.Words;
import io.pumphouse.hal.reading.Register;
import java.util.List;

/**
 * Between the number on the wire and the raw number of a register. The wire knows no sign, the type
 * of the register does: hours run to 65535, temperatures go below zero.
 */
final class Raw {
  private Raw() {}

  static long of(Register register, int word) {
    return Words.raw(register.type(), WordOrder.HIGH_FIRST, List.of(word));
  }

  static int word(Register register, long raw) {
    return Words.words(register.type(), WordOrder.HIGH_FIRST, raw).getFirst();
  }
}
