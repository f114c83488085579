package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Space;
import java.util.List;

/** Registers that are asked for in one request: at least one, of one space. Immutable. */
final class Block {
  private final List<Register> registers;
  private final List<RegisterId> ids;
  private final Question.Read question;
  private final boolean isListed;

  /** A block of these registers, by rising address. */
  Block(List<Register> registers) {
    this(registers, false);
  }

  /** The same of registers that are all in the pump's LOG.SET. */
  static Block listed(List<Register> registers) {
    return new Block(registers, true);
  }

  private Block(List<Register> registers, boolean isListed) {
    this.isListed = isListed;
    this.registers = List.copyOf(registers);
    this.ids = this.registers.stream().map(Register::id).toList();
    int from = registers.getFirst().address();
    int end = registers.stream().mapToInt(Register::end).max().orElseThrow();
    this.question = new Question.Read(registers.getFirst().space(), from, end - from);
  }

  List<Register> registers() {
    return registers;
  }

  List<RegisterId> ids() {
    return ids;
  }

  Space space() {
    return question.space();
  }

  int address() {
    return question.address();
  }

  int end() {
    return question.address() + question.count();
  }

  Question.Read question() {
    return question;
  }

  /** Whether the pump has these registers at hand: all of them are in its LOG.SET. */
  boolean isListed() {
    return isListed;
  }

  boolean isSingle() {
    return registers.size() == 1;
  }

  Block lowerHalf() {
    return new Block(registers.subList(0, registers.size() / 2), isListed);
  }

  Block upperHalf() {
    return new Block(registers.subList(registers.size() / 2, registers.size()), isListed);
  }

  /** Those of the values of the whole block that belong to one of its registers. */
  List<Integer> words(Register register, List<Integer> values) {
    return values.subList(register.address() - address(), register.end() - address());
  }

  /** {@code input 1-20}; {@code input 7}. */
  String span() {
    String first = space().word() + " " + address();
    return question.count() == 1 ? first : first + "-" + (end() - 1);
  }

  /** {@code read input 1..20}. */
  @Override
  public String toString() {
    return "read " + space().word() + " " + address() + ".." + (end() - 1);
  }
}
