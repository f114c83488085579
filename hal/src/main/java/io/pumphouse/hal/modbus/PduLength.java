package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Direction.QUESTION;
import static io.pumphouse.hal.modbus.Function.EXCEPTION;
import static io.pumphouse.hal.modbus.Function.READ_COILS;
import static io.pumphouse.hal.modbus.Function.READ_DISCRETE_INPUTS;
import static io.pumphouse.hal.modbus.Function.READ_HOLDING_REGISTERS;
import static io.pumphouse.hal.modbus.Function.READ_IDENTIFICATION;
import static io.pumphouse.hal.modbus.Function.READ_INPUT_REGISTERS;
import static io.pumphouse.hal.modbus.Function.WRITE_MULTIPLE_COILS;
import static io.pumphouse.hal.modbus.Function.WRITE_MULTIPLE_REGISTERS;
import static io.pumphouse.hal.modbus.Function.WRITE_SINGLE_COIL;
import static io.pumphouse.hal.modbus.Function.WRITE_SINGLE_REGISTER;

import io.pumphouse.hal.line.Frame;

/**
 * How long a message is, told from its first bytes. RTU has no length field, so function code and
 * byte count are all there is.
 */
final class PduLength {
  /** More bytes are needed to tell. */
  static final int NOT_YET = 0;

  /** No message we know begins like this. */
  static final int UNKNOWN = -1;

  private static final int FUNCTION = 1;
  private static final int COUNT = 1;
  private static final int ADDRESS_AND_NUMBER = 4;

  private PduLength() {}

  /**
   * The length of the message that begins at this index.
   *
   * @return its length in bytes, or {@link #NOT_YET}, or {@link #UNKNOWN}
   */
  static int of(Direction direction, Frame heard, int start) {
    if (heard.length() <= start) {
      return NOT_YET;
    }
    int function = heard.at(start);
    return direction == QUESTION
        ? question(function, heard, start)
        : answer(function, heard, start);
  }

  private static int question(int function, Frame heard, int start) {
    return switch (function) {
      case READ_COILS,
          READ_DISCRETE_INPUTS,
          READ_HOLDING_REGISTERS,
          READ_INPUT_REGISTERS,
          WRITE_SINGLE_COIL,
          WRITE_SINGLE_REGISTER ->
          FUNCTION + ADDRESS_AND_NUMBER;
      case WRITE_MULTIPLE_COILS, WRITE_MULTIPLE_REGISTERS ->
          counted(heard, start, FUNCTION + ADDRESS_AND_NUMBER);
      case READ_IDENTIFICATION -> Identities.lengthOfQuestion(heard, start);
      default -> UNKNOWN;
    };
  }

  private static int answer(int function, Frame heard, int start) {
    return switch (function & ~EXCEPTION) {
      case READ_COILS, READ_DISCRETE_INPUTS, READ_HOLDING_REGISTERS, READ_INPUT_REGISTERS ->
          isException(function) ? FUNCTION + 1 : counted(heard, start, FUNCTION);
      case WRITE_SINGLE_COIL,
          WRITE_SINGLE_REGISTER,
          WRITE_MULTIPLE_COILS,
          WRITE_MULTIPLE_REGISTERS ->
          isException(function) ? FUNCTION + 1 : FUNCTION + ADDRESS_AND_NUMBER;
      case READ_IDENTIFICATION ->
          isException(function) ? FUNCTION + 1 : Identities.lengthOfAnswer(heard, start);
      default -> UNKNOWN;
    };
  }

  private static boolean isException(int function) {
    return (function & EXCEPTION) != 0;
  }

  private static int counted(Frame heard, int start, int before) {
    int at = start + before;
    return heard.length() <= at ? NOT_YET : before + COUNT + heard.at(at);
  }
}
