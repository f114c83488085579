package io.pumphouse.agent.scan;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.modbus.ModbusBus;
import io.pumphouse.hal.modbus.Outcome;
import io.pumphouse.hal.modbus.Question;
import io.pumphouse.hal.reading.Register;
import java.util.HashMap;
import java.util.Map;

/**
 * One unit, asked each question once however often its answer is wanted. Confined to one thread.
 */
final class Interview {
  private final ModbusBus bus;
  private final int unit;
  private final Map<Question, Outcome> answers = new HashMap<>();

  Interview(ModbusBus bus, int unit) {
    this.bus = bus;
    this.unit = unit;
  }

  /** The question that asks for this register of this model at this offset. */
  static Question question(Model model, Register register, int offset) {
    return new Question.Read(
        register.space(), model.addressOf(register, offset), register.type().width());
  }

  Outcome ask(Model model, Register register, int offset) {
    return answers.computeIfAbsent(
        question(model, register, offset), asked -> bus.ask(unit, asked));
  }
}
