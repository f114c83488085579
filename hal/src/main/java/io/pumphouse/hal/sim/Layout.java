package io.pumphouse.hal.sim;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Space;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which register stands at which address of a model, and which addresses answer. Immutable. */
final class Layout {
  private final Model model;
  private final Map<Space, Map<Integer, Register>> rows = new EnumMap<>(Space.class);

  Layout(RegisterMap map) {
    this.model = map.model();
    map.registers().forEach(this::place);
  }

  private void place(Register register) {
    Map<Integer, Register> space = rows.computeIfAbsent(register.space(), _ -> new HashMap<>());
    for (int address = register.address(); address < register.end(); address++) {
      space.put(address, register);
    }
  }

  /** The register that occupies this address, also if it began one before. */
  Optional<Register> at(Space space, int address) {
    return Optional.ofNullable(rows.getOrDefault(space, Map.of()).get(address));
  }

  /** Whether the model has anything of this kind. */
  boolean has(Space space) {
    return rows.containsKey(space);
  }

  /**
   * Whether one read of these addresses is answered. A model with answering ranges fills the holes
   * between its registers with zeros; one without refuses a block for a single hole.
   */
  boolean answers(Space space, int address, int count) {
    int end = address + count;
    return model.readable().isEmpty()
        ? IntStream.range(address, end).allMatch(each -> at(space, each).isPresent())
        : model.readable().stream().anyMatch(range -> range.covers(space, address, end));
  }

  /** The most addresses of this kind that one request may ask for. */
  int most(Space space) {
    return space.isBits() ? model.bitsPerRequest() : model.registersPerRequest();
  }
}
