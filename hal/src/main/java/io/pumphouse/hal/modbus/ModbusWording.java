package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Direction.ANSWER;
import static io.pumphouse.hal.modbus.Direction.QUESTION;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Wording;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.modbus.Parsed.Complete;
import io.pumphouse.hal.modbus.Question.Identify;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteMany;
import io.pumphouse.hal.modbus.Question.WriteOne;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Modbus frames mean. */
record ModbusWording(Framing framing) implements Wording {
  /** When an answer came does not change what it says. */
  private static final Moment ANY_TIME = new Moment(Instant.EPOCH, Duration.ZERO);

  @Override
  public String question(Frame sent) {
    return framing.parse(QUESTION, sent) instanceof Complete(Adu adu, _) ? asked(adu.pdu()) : "";
  }

  private static String asked(Frame pdu) {
    return switch (Asked.of(pdu)) {
      case Asked.Proper(Question question) -> words(question);
      case Asked.Improper _ -> "function " + pdu.at(0);
    };
  }

  private static String words(Question question) {
    return switch (question) {
      case Read(var space, int address, int count) ->
          "read " + space.word() + " " + span(address, count);
      case WriteOne(var space, int address, int value) ->
          "write " + space.word() + " " + address + " = " + value;
      case WriteMany(var space, int address, var values) ->
          "write " + space.word() + " " + span(address, values.size()) + " = " + row(values);
      case Identify _ -> "ask what it is";
    };
  }

  private static String span(int address, int count) {
    return count == 1 ? String.valueOf(address) : address + "-" + (address + count - 1);
  }

  private static String row(List<Integer> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  @Override
  public String answer(Frame sent, Frame heard) {
    return sent.isEmpty() ? overheard(heard) : answered(sent, heard);
  }

  private String answered(Frame sent, Frame heard) {
    if (framing.parse(QUESTION, sent) instanceof Complete(Adu asked, _)
        && framing.parse(ANSWER, heard) instanceof Complete(Adu answer, _)
        && Asked.of(asked.pdu()) instanceof Asked.Proper(Question question)) {
      return says(question, Answers.outcome(question, answer.pdu(), ANY_TIME));
    }
    return "";
  }

  private static String says(Question question, Optional<Outcome> outcome) {
    return outcome
        .map(
            known ->
                switch (known) {
                  case Answered(var values, _) when question instanceof Identify(int from) ->
                      Identification.words(from, values);
                  case Answered(var values, _) -> row(values);
                  case Refused(int code, _) -> new Fault.Refused(code).words();
                  case Outcome.Failed _ -> "";
                })
        .orElse("answer to another question");
  }

  /** Nobody here asked, so it may as well be somebody's question. */
  private String overheard(Frame heard) {
    if (framing.parse(QUESTION, heard) instanceof Complete(Adu adu, _)) {
      return "somebody asks unit " + adu.unit() + ": " + asked(adu.pdu());
    }
    return framing.parse(ANSWER, heard) instanceof Complete(Adu adu, _)
        ? "unit " + adu.unit() + " answers function " + (adu.pdu().at(0) & ~Function.EXCEPTION)
        : "";
  }
}
