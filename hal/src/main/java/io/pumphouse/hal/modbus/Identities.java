package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Function.READ_IDENTIFICATION;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Question.Identify;
import io.pumphouse.hal.reading.Moment;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Function 43 type 14, "read device identification", in bytes (Modbus application protocol V1.1b3,
 * section 6.21). Its answer is a list of texts, and nothing but the list says how long it is.
 */
final class Identities {
  /** The type of the encapsulated message: identification. Other types are not Modbus. */
  private static final int TYPE = 0x0E;

  /** Vendor, product and version, one after the other. */
  private static final int BASIC = 1;

  private static final int QUESTION = 4;

  /** Function, type and kind: what an answer repeats of its question. */
  private static final int ECHO = 3;

  /** The echo, conformity, whether more follows, the next object, the number of objects here. */
  private static final int HEAD = 7;

  private static final int OBJECT_HEAD = 2;

  /** The longest answer there can be (section 4.1). */
  static final int LONGEST = 253;

  private Identities() {}

  static Frame question(Identify identify) {
    return Frame.of(READ_IDENTIFICATION, TYPE, BASIC, identify.from());
  }

  /** The answer that says this behind the echo. */
  static Frame answer(List<Integer> said) {
    return Frame.of(READ_IDENTIFICATION, TYPE, BASIC)
        .plus(Frame.of(said.stream().mapToInt(Integer::intValue).toArray()));
  }

  static Asked asked(Frame pdu) {
    return pdu.length() == QUESTION && pdu.at(1) == TYPE && pdu.at(2) == BASIC
        ? new Asked.Proper(new Identify(pdu.at(3)))
        : new Asked.Improper(Asked.ILLEGAL_FUNCTION);
  }

  /** As {@link PduLength#of}, of a question. */
  static int lengthOfQuestion(Frame heard, int start) {
    return typed(heard, start, QUESTION);
  }

  /** As {@link PduLength#of}, of an answer that does not refuse. */
  static int lengthOfAnswer(Frame heard, int start) {
    int end = start + HEAD;
    if (heard.length() < end) {
      return typed(heard, start, PduLength.NOT_YET);
    }
    for (int objects = heard.at(end - 1); objects > 0; objects--) {
      if (heard.length() < end + OBJECT_HEAD) {
        return typed(heard, start, PduLength.NOT_YET);
      }
      end += OBJECT_HEAD + heard.at(end + 1);
      if (end - start > LONGEST) {
        return PduLength.UNKNOWN;
      }
    }
    return typed(heard, start, end - start);
  }

  private static int typed(Frame heard, int start, int length) {
    if (heard.length() <= start + 1) {
      return PduLength.NOT_YET;
    }
    return heard.at(start + 1) == TYPE ? length : PduLength.UNKNOWN;
  }

  /** What this message says to this question; empty if it answers some other question. */
  static Optional<Outcome> outcome(Identify question, Frame pdu, Moment at) {
    boolean isOurs =
        lengthOfAnswer(pdu, 0) == pdu.length()
            && pdu.slice(0, ECHO).equals(question(question).slice(0, ECHO));
    return isOurs ? Optional.of(new Answered(said(pdu), at)) : Optional.empty();
  }

  private static List<Integer> said(Frame pdu) {
    return IntStream.range(ECHO, pdu.length()).map(pdu::at).boxed().toList();
  }
}
