package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Function.READ_COILS;
import static io.pumphouse.hal.modbus.Function.READ_DISCRETE_INPUTS;
import static io.pumphouse.hal.modbus.Function.READ_HOLDING_REGISTERS;
import static io.pumphouse.hal.modbus.Function.READ_IDENTIFICATION;
import static io.pumphouse.hal.modbus.Function.READ_INPUT_REGISTERS;
import static io.pumphouse.hal.modbus.Function.WRITE_MULTIPLE_COILS;
import static io.pumphouse.hal.modbus.Function.WRITE_MULTIPLE_REGISTERS;
import static io.pumphouse.hal.modbus.Function.WRITE_SINGLE_COIL;
import static io.pumphouse.hal.modbus.Function.WRITE_SINGLE_REGISTER;

import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.reading.Space;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a master's message asks of a slave, for the slave. */
sealed interface Asked {
  /** Exception codes (Modbus application protocol V1.1b3, section 7). */
  int ILLEGAL_FUNCTION = 1;

  int ILLEGAL_ADDRESS = 2;
  int ILLEGAL_VALUE = 3;

  /** A question that keeps the protocol's limits. */
  record Proper(Question question) implements Asked {}

  /** One that must be refused, whatever stands in the registers. */
  record Improper(int exception) implements Asked {}

  /** Reads a message whose length the framing has checked. */
  static Asked of(Frame pdu) {
    return switch (pdu.at(0)) {
      case READ_COILS -> read(Space.COIL, pdu);
      case READ_DISCRETE_INPUTS -> read(Space.DISCRETE, pdu);
      case READ_HOLDING_REGISTERS -> read(Space.HOLDING, pdu);
      case READ_INPUT_REGISTERS -> read(Space.INPUT, pdu);
      case WRITE_SINGLE_COIL -> writeCoil(pdu);
      case WRITE_SINGLE_REGISTER ->
          new Proper(new Question.WriteOne(Space.HOLDING, pdu.u16(1), pdu.u16(3)));
      case WRITE_MULTIPLE_COILS -> writeCoils(pdu);
      case WRITE_MULTIPLE_REGISTERS -> writeRegisters(pdu);
      case READ_IDENTIFICATION -> Identities.asked(pdu);
      default -> new Improper(ILLEGAL_FUNCTION);
    };
  }

  private static Asked read(Space space, Frame pdu) {
    int most = space.isBits() ? Question.BITS_READ : Question.REGISTERS_READ;
    return limited(pdu, most)
        .orElseGet(() -> new Proper(new Question.Read(space, pdu.u16(1), pdu.u16(3))));
  }

  /** On and off are FF00h and 0000h, nothing else (section 6.5). */
  private static Asked writeCoil(Frame pdu) {
    return switch (pdu.u16(3)) {
      case 0xFF00 -> new Proper(new Question.WriteOne(Space.COIL, pdu.u16(1), 1));
      case 0x0000 -> new Proper(new Question.WriteOne(Space.COIL, pdu.u16(1), 0));
      default -> new Improper(ILLEGAL_VALUE);
    };
  }

  private static Asked writeCoils(Frame pdu) {
    return limited(pdu, Question.BITS_WRITTEN)
        .orElseGet(
            () -> {
              if (pdu.at(5) != (pdu.u16(3) + 7) / 8) {
                return new Improper(ILLEGAL_VALUE);
              }
              var message = Messages.filled(new WriteMultipleCoilsRequest(), pdu);
              List<Integer> values =
                  IntStream.range(0, message.getBitCount())
                      .mapToObj(index -> message.getCoilStatus(index) ? 1 : 0)
                      .toList();
              return new Proper(new Question.WriteMany(Space.COIL, message.getReference(), values));
            });
  }

  private static Asked writeRegisters(Frame pdu) {
    return limited(pdu, Question.REGISTERS_WRITTEN)
        .orElseGet(
            () -> {
              if (pdu.at(5) != 2 * pdu.u16(3)) {
                return new Improper(ILLEGAL_VALUE);
              }
              var message = Messages.filled(new WriteMultipleRegistersRequest(), pdu);
              List<Integer> values =
                  IntStream.range(0, message.getWordCount())
                      .mapToObj(message::getRegisterValue)
                      .toList();
              return new Proper(
                  new Question.WriteMany(Space.HOLDING, message.getReference(), values));
            });
  }

  /** Count before address, as section 6 draws it for every function. */
  private static Optional<Asked> limited(Frame pdu, int most) {
    int count = pdu.u16(3);
    if (count < 1 || count > most) {
      return Optional.of(new Improper(ILLEGAL_VALUE));
    }
    return pdu.u16(1) + count > 0x1_0000
        ? Optional.of(new Improper(ILLEGAL_ADDRESS))
        : Optional.empty();
  }
}
