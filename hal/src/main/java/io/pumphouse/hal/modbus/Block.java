package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Space;
import java.util.List;

/**
 * Registers that are asked for in one request.
 *
 * @param registers at least one, of one space, by rising address
 */
record Block(List<Register> registers) {
  Block {
    registers = List.copyOf(registers);
  }

  Space space() {
    return registers.getFirst().space();
  }

  int address() {
    return registers.getFirst().address();
  }

  int end() {
    return registers.stream().mapToInt(Register::end).max().orElseThrow();
  }

  Question question() {
    return new Question.Read(space(), address(), end() - address());
  }

  boolean isSingle() {
    return registers.size() == 1;
  }

  Block lowerHalf() {
    return new Block(registers.subList(0, registers.size() / 2));
  }

  Block upperHalf() {
    return new Block(registers.subList(registers.size() / 2, registers.size()));
  }

  /** What the values of the whole block say about one of its registers. */
  long raw(Register register, WordOrder order, List<Integer> values) {
    List<Integer> words =
        values.subList(register.address() - address(), register.end() - address());
    return Words.raw(register.type(), order, words);
  }

  /** {@code read input 1..20}. */
  @Override
  public String toString() {
    return "read " + space().word() + " " + address() + ".." + (end() - 1);
  }
}
