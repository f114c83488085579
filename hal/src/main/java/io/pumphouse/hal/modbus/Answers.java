package io.pumphouse.hal.modbus;

import com.ghgande.j2mod.modbus.msg.ReadCoilsResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteMany;
import io.pumphouse.hal.modbus.Question.WriteOne;
import io.pumphouse.hal.reading.Moment;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Tells the answer to a question from every other message, for the master. */
final class Answers {
  private static final int FUNCTION_AND_COUNT = 2;
  private static final int ECHO = 5;

  private Answers() {}

  /** How long the message is that answers this question and does not refuse it. */
  static int length(Question question) {
    return switch (question) {
      case Read read -> FUNCTION_AND_COUNT + byteCount(read);
      case WriteOne _, WriteMany _ -> ECHO;
    };
  }

  private static int byteCount(Read read) {
    return read.space().isBits() ? (read.count() + 7) / 8 : 2 * read.count();
  }

  /** What this message says to this question; empty if it answers some other question. */
  static Optional<Outcome> outcome(Question question, Frame pdu, Moment at) {
    Frame asked = Questions.pdu(question);
    int function = pdu.at(0);
    if (function == (asked.at(0) | Function.EXCEPTION)) {
      return Optional.of(new Refused(pdu.at(1), at));
    }
    if (function != asked.at(0) || pdu.length() != length(question)) {
      return Optional.empty();
    }
    return switch (question) {
      case Read read -> Optional.of(new Answered(values(read, pdu), at));
      case WriteOne(_, _, int value) -> echoed(question, pdu, List.of(value), at);
      case WriteMany(_, _, List<Integer> values) -> echoed(question, pdu, values, at);
    };
  }

  private static Optional<Outcome> echoed(
      Question question, Frame pdu, List<Integer> values, Moment at) {
    boolean isEcho = pdu.equals(Replies.echo(question));
    return isEcho ? Optional.of(new Answered(values, at)) : Optional.empty();
  }

  private static List<Integer> values(Read read, Frame pdu) {
    return IntStream.range(0, read.count()).map(reader(read, pdu)).boxed().toList();
  }

  private static IntUnaryOperator reader(Read read, Frame pdu) {
    return switch (read.space()) {
      case COIL -> {
        var bits = Messages.filled(new ReadCoilsResponse(), pdu);
        yield index -> bits.getCoilStatus(index) ? 1 : 0;
      }
      case DISCRETE -> {
        var bits = Messages.filled(new ReadInputDiscretesResponse(), pdu);
        yield index -> bits.getDiscreteStatus(index) ? 1 : 0;
      }
      case INPUT -> Messages.filled(new ReadInputRegistersResponse(), pdu)::getRegisterValue;
      case HOLDING -> Messages.filled(new ReadMultipleRegistersResponse(), pdu)::getRegisterValue;
      case PANEL, SYSTEM, TIMER, GATEWAY -> throw Span.notModbus(read.space());
    };
  }
}
