package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Asked.Improper;
import io.pumphouse.hal.modbus.Asked.Proper;
import io.pumphouse.hal.modbus.Question.Identify;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteMany;
import io.pumphouse.hal.modbus.Question.WriteOne;
import io.pumphouse.hal.modbus.RegisterBank.Answer;
import io.pumphouse.hal.modbus.RegisterBank.Refusal;
import io.pumphouse.hal.modbus.RegisterBank.Values;
import java.util.List;

/** Answers one message from a register bank; knows no framing. */
final class Clerk {
  private final RegisterBank bank;

  Clerk(RegisterBank bank) {
    this.bank = bank;
  }

  Frame answer(Frame pdu) {
    return switch (Asked.of(pdu)) {
      case Improper(int exception) -> Replies.refusal(pdu.at(0), exception);
      case Proper(Question question) ->
          switch (done(question)) {
            case Refusal(int exception) -> Replies.refusal(pdu.at(0), exception);
            case Values(List<Integer> values) -> Replies.pdu(question, checked(question, values));
          };
    };
  }

  private Answer done(Question question) {
    return switch (question) {
      case Read(var space, int address, int count) -> bank.read(space, address, count);
      case WriteOne(var space, int address, int value) ->
          bank.write(space, address, List.of(value));
      case WriteMany(var space, int address, var values) -> bank.write(space, address, values);
      case Identify _ -> new Refusal(Asked.ILLEGAL_FUNCTION); // it has registers and no name
    };
  }

  private static List<Integer> checked(Question question, List<Integer> values) {
    if (question instanceof Read read && values.size() != read.count()) {
      throw new IllegalStateException(
          "the register bank gave " + values.size() + " values to " + read);
    }
    return values;
  }
}
