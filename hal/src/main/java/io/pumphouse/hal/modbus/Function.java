package io.pumphouse.hal.modbus;

import io.pumphouse.hal.modbus.Question.Identify;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteMany;
import io.pumphouse.hal.modbus.Question.WriteOne;
import io.pumphouse.hal.reading.Space;

/** Modbus function codes (Modbus application protocol V1.1b3, section 6). */
final class Function {
  static final int READ_COILS = 1;
  static final int READ_DISCRETE_INPUTS = 2;
  static final int READ_HOLDING_REGISTERS = 3;
  static final int READ_INPUT_REGISTERS = 4;
  static final int WRITE_SINGLE_COIL = 5;
  static final int WRITE_SINGLE_REGISTER = 6;
  static final int WRITE_MULTIPLE_COILS = 15;
  static final int WRITE_MULTIPLE_REGISTERS = 16;

  /** With type 14: what a device calls itself (section 6.21). */
  static final int READ_IDENTIFICATION = 0x2B;

  /** Added to the function code in an answer that refuses (section 7). */
  static final int EXCEPTION = 0x80;

  private Function() {}

  /** The function that asks this. */
  static int of(Question question) {
    return switch (question) {
      case Read(var space, _, _) -> reading(space);
      case WriteOne(var space, _, _) -> space.isBits() ? WRITE_SINGLE_COIL : WRITE_SINGLE_REGISTER;
      case WriteMany(var space, _, _) ->
          space.isBits() ? WRITE_MULTIPLE_COILS : WRITE_MULTIPLE_REGISTERS;
      case Identify _ -> READ_IDENTIFICATION;
    };
  }

  static int reading(Space space) {
    return switch (space) {
      case COIL -> READ_COILS;
      case DISCRETE -> READ_DISCRETE_INPUTS;
      case INPUT -> READ_INPUT_REGISTERS;
      case HOLDING -> READ_HOLDING_REGISTERS;
      case PANEL, SYSTEM, TIMER, GATEWAY, BOARD -> throw Span.notModbus(space);
    };
  }
}
