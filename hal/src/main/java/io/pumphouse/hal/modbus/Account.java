package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Overheard;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.line.Wording;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;

/** Takes down one question after the other, for the witness. Confined to the bus thread. */
final class Account {
  private final Witness witness;
  private final Wording wording;
  private final Timing timing;
  private final TimeSource time;
  private int unit;
  private Frame sent = Frame.empty();
  private Frame heard = Frame.empty();
  private Moment asked;
  private boolean isAnswerOwed;

  Account(Witness witness, Framing framing, Timing timing, TimeSource time) {
    this.witness = witness;
    this.wording = new ModbusWording(framing);
    this.timing = timing;
    this.time = time;
    this.asked = time.now();
  }

  /** A question is about to go out. */
  void begin(int unit, Frame sent) {
    this.unit = unit;
    this.sent = sent;
    this.heard = Frame.empty();
    this.asked = time.now();
  }

  /** Bytes came in answer; returns all that came so far. */
  Frame hear(Frame bytes) {
    heard = heard.plus(bytes);
    return heard;
  }

  /** The question begun last has ended like this. */
  Outcome end(Outcome outcome) {
    isAnswerOwed = outcome instanceof Failed(Fault.NoAnswer _, _, _);
    witness.saw(
        new Transaction(unit, wording, sent, heard, asked, took(outcome.at()), ending(outcome)));
    return outcome;
  }

  private Duration took(Moment end) {
    Duration took = asked.ageAt(end).minus(timing.onWire(sent.length()));
    return took.isNegative() ? Duration.ZERO : took;
  }

  private static Ending ending(Outcome outcome) {
    return switch (outcome) {
      case Answered _ -> new Ending.Good();
      case Refused(int exception, _) -> new Ending.Bad(new Fault.Refused(exception));
      case Failed(Fault fault, _, _) -> new Ending.Bad(fault);
    };
  }

  /** Whether the unit asked last has not answered, so that an answer of it may still come. */
  boolean isOwedAnswerBy(int unit) {
    return isAnswerOwed && this.unit == unit;
  }

  void overheard(Overheard.Kind kind, int unit, Frame bytes) {
    isAnswerOwed = isAnswerOwed && kind != Overheard.Kind.LATE;
    witness.overheard(new Overheard(kind, unit, bytes, time.now(), wording));
  }
}
