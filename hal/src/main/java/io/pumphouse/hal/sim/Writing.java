package io.pumphouse.hal.sim;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.modbus.Words;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Space;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One write request: checked as a whole before any of it is done. Confined to one thread. */
final class Writing {
  private static final int ILLEGAL_ADDRESS = 2;
  private static final int ILLEGAL_VALUE = 3;

  private final Model model;
  private final Layout layout;
  private final Map<Register, Long> changes = new LinkedHashMap<>();

  Writing(Model model, Layout layout) {
    this.model = model;
    this.layout = layout;
  }

  /** What a request that passed the check changes, to which raw numbers. */
  Map<Register, Long> changes() {
    return Collections.unmodifiableMap(changes);
  }

  /** The exception code with which the model would refuse this, if it would. */
  OptionalInt check(Space space, int address, List<Integer> words) {
    int next = 0;
    while (next < words.size()) {
      Optional<Register> register = layout.at(space, address + next);
      if (register.isEmpty()) {
        return OptionalInt.of(model.exceptionForAbsent());
      }
      OptionalInt exception =
          check(register.get(), address + next, words.subList(next, words.size()));
      if (exception.isPresent()) {
        return exception;
      }
      next += register.get().type().width();
    }
    return OptionalInt.empty();
  }

  private OptionalInt check(Register register, int address, List<Integer> words) {
    int width = register.type().width();
    if (!register.isSetting()) {
      return OptionalInt.of(ILLEGAL_ADDRESS);
    }
    if (address != register.address() || words.size() < width) {
      return OptionalInt.of(ILLEGAL_VALUE);
    }
    long raw = Words.raw(register.type(), model.wordOrder(), words.subList(0, width));
    if (raw < register.lowest() || raw > register.highest()) {
      return OptionalInt.of(ILLEGAL_VALUE);
    }
    changes.put(register, raw);
    return OptionalInt.empty();
  }
}
