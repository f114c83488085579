package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.modbus.Question.Identify;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteMany;
import io.pumphouse.hal.modbus.Question.WriteOne;
import io.pumphouse.hal.reading.Moment;
import java.util.List;
import java.util.Optional;

/** Tells the answer to a question from every other message, for the master. */
final class Answers {
  private static final int FUNCTION_AND_COUNT = 2;
  private static final int ECHO = 5;

  private Answers() {}

  /** How long the message is that answers this question and does not refuse it; at most. */
  static int length(Question question) {
    return switch (question) {
      case Read read -> FUNCTION_AND_COUNT + byteCount(read);
      case WriteOne _, WriteMany _ -> ECHO;
      case Identify _ -> Identities.LONGEST;
    };
  }

  private static int byteCount(Read read) {
    return read.space().isBits() ? (read.count() + 7) / 8 : 2 * read.count();
  }

  /** What this message says to this question; empty if it answers some other question. */
  static Optional<Outcome> outcome(Question question, Frame pdu, Moment at) {
    int asked = Function.of(question);
    int function = pdu.at(0);
    if (function == (asked | Function.EXCEPTION)) {
      return Optional.of(new Refused(pdu.at(1), at));
    }
    if (function != asked || !fits(question, pdu)) {
      return Optional.empty();
    }
    return switch (question) {
      case Read read -> Optional.of(new Answered(values(read, pdu), at));
      case WriteOne(_, _, int value) -> echoed(question, pdu, List.of(value), at);
      case WriteMany(_, _, List<Integer> values) -> echoed(question, pdu, values, at);
      case Identify identify -> Identities.outcome(identify, pdu, at);
    };
  }

  /** Whether the length is that of an answer; a name is as long as it is. */
  private static boolean fits(Question question, Frame pdu) {
    return question instanceof Identify || pdu.length() == length(question);
  }

  private static Optional<Outcome> echoed(
      Question question, Frame pdu, List<Integer> values, Moment at) {
    boolean isEcho = pdu.equals(Replies.echo(question));
    return isEcho ? Optional.of(new Answered(values, at)) : Optional.empty();
  }

  /** In place: no object for the message, none for a register (decision 009). */
  private static List<Integer> values(Read read, Frame pdu) {
    Integer[] values = new Integer[read.count()];
    boolean isBits = read.space().isBits();
    for (int i = 0; i < values.length; i++) {
      values[i] = isBits ? bit(pdu, i) : pdu.u16(FUNCTION_AND_COUNT + 2 * i);
    }
    return List.of(values);
  }

  /** The first is the lowest bit of the first byte (section 6.1). */
  private static int bit(Frame pdu, int index) {
    return pdu.at(FUNCTION_AND_COUNT + index / 8) >>> index % 8 & 1;
  }
}
