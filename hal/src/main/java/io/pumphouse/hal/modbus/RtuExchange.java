package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Heard;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.line.Overheard.Kind;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.modbus.Parsed.Complete;
import io.pumphouse.hal.modbus.Parsed.Garbled;
import io.pumphouse.hal.modbus.Parsed.Incomplete;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Fault.Damage;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.Optional;

/**
 * RTU: nothing in an answer says which question it belongs to, so only silence keeps a late answer
 * from being taken for the next one. After a fault the line must fall silent before it is used
 * again; {@link Timing} says for how long and what that is worth.
 */
final class RtuExchange implements Exchange {
  /** Unit and checksum around a message. */
  private static final int ENVELOPE = 3;

  private static final int LONGEST_FRAME = 256;

  private final Line line;
  private final Timing timing;
  private final TimeSource time;
  private final Account account;
  private Manners manners;
  private long silentUntil;
  private long answerDue;

  RtuExchange(Line line, Timing timing, TimeSource time, Account account) {
    this.line = line;
    this.timing = timing;
    this.time = time;
    this.account = account;
    this.manners = Manners.usual(timing);
    this.silentUntil = time.nanos();
    this.answerDue = time.nanos();
  }

  @Override
  public Heard settle(long from) {
    silentUntil = Math.max(silentUntil, from);
    long patience = Math.max(silentUntil, time.nanos()) + settleWithin().toNanos();
    Frame strange = Frame.empty();
    while (true) {
      Heard heard = line.hear(left(silentUntil));
      if (heard instanceof Bytes(Frame bytes)) {
        // Nobody was asked: it belongs to an earlier question, and more of it may follow.
        strange = strange.plus(bytes);
        keepSilentFor(timing.quiet());
      }
      if (isOver(heard, patience)) {
        tell(strange);
        return heard;
      }
    }
  }

  private boolean isOver(Heard heard, long patience) {
    return switch (heard) {
      case Broken _ -> true;
      case Silence _ -> left(silentUntil).isZero();
      case Bytes _ -> left(patience).isZero();
    };
  }

  private void tell(Frame strange) {
    if (strange.isEmpty()) {
      return;
    }
    if (Framing.RTU.parse(Direction.ANSWER, strange) instanceof Complete(Adu adu, _)) {
      boolean isLate = account.isOwedAnswerBy(adu.unit());
      account.overheard(isLate ? Kind.LATE : Kind.STRANGER, adu.unit(), strange);
    } else if (Framing.RTU.parse(Direction.QUESTION, strange) instanceof Complete(Adu adu, _)) {
      account.overheard(Kind.STRANGER, adu.unit(), strange);
    } else {
      account.overheard(Kind.NOISE, 0, strange);
    }
  }

  /** Long enough for one fault's silence, one late answer of any length, and silence again. */
  private Duration settleWithin() {
    return timing.quiet().multipliedBy(2).plus(timing.onWire(LONGEST_FRAME)).plus(timing.spacing());
  }

  @Override
  public Outcome ask(int unit, Question question, Manners manners) {
    this.manners = manners;
    Frame sent = Framing.RTU.wrap(new Adu(0, unit, Questions.pdu(question)));
    account.begin(unit, sent);
    if (line.send(sent) instanceof Broken why) {
      return account.end(down(why));
    }
    int onWire = sent.length() + Answers.length(question) + ENVELOPE;
    Duration within = manners.answerWithin().plus(timing.onWire(onWire));
    return account.end(answer(unit, question, within));
  }

  private Outcome answer(int unit, Question question, Duration within) {
    long deadline = time.nanos() + within.toNanos();
    answerDue = deadline;
    Frame heard = Frame.empty();
    Optional<Outcome> outcome = Optional.empty();
    while (outcome.isEmpty()) {
      switch (line.hear(left(deadline))) {
        case Bytes(Frame bytes) -> {
          heard = account.hear(bytes);
          outcome = outcome(unit, question, heard);
        }
        case Broken why -> outcome = Optional.of(down(why));
        case Silence _ when left(deadline).isZero() ->
            outcome = Optional.of(failed(unit, unfinished(heard, within)));
        case Silence _ -> {}
      }
    }
    return outcome.get();
  }

  /** How the question ended, if what was heard so far tells. */
  private Optional<Outcome> outcome(int unit, Question question, Frame heard) {
    return switch (Framing.RTU.parse(Direction.ANSWER, heard)) {
      case Incomplete _ -> Optional.empty();
      case Garbled(var damage, String what) ->
          Optional.of(failed(unit, new Fault.Garbled(damage, what)));
      case Complete(Adu adu, int consumed) when consumed == heard.length() ->
          Optional.of(judge(unit, question, adu));
      case Complete(_, int consumed) -> Optional.of(failed(unit, tooLong(heard, consumed)));
    };
  }

  private static Fault unfinished(Frame heard, Duration waited) {
    return heard.isEmpty()
        ? new Fault.NoAnswer(waited)
        : new Fault.Garbled(Damage.SHORT, "it broke off after " + heard.length() + " bytes");
  }

  private static Fault tooLong(Frame heard, int consumed) {
    return new Fault.Garbled(
        Damage.NOISE, (heard.length() - consumed) + " bytes follow the whole answer");
  }

  private Outcome judge(int unit, Question question, Adu adu) {
    if (adu.unit() != unit) {
      return failed(unit, new Fault.Foreign(adu.unit()));
    }
    keepSilentFor(manners.spacing());
    return Answers.outcome(question, adu.pdu(), time.now())
        .orElseGet(() -> failed(unit, new Fault.Late()));
  }

  private Outcome down(Broken why) {
    keepSilentForAnAnswerThatMayStillCome();
    return new Failed(new Fault.LineDown(why.cause()), why.next(), time.now());
  }

  private Outcome failed(int unit, Fault fault) {
    keepSilentForAnAnswerThatMayStillCome();
    return new Failed(fault, NextStep.after(fault, Framing.RTU, unit), time.now());
  }

  /** Whatever ended the wait early, the answer may still come, and come late. */
  private void keepSilentForAnAnswerThatMayStillCome() {
    keepSilentFor(left(answerDue).plus(timing.quiet()));
  }

  private void keepSilentFor(Duration silence) {
    silentUntil = Math.max(silentUntil, time.nanos() + silence.toNanos());
  }

  private Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - time.nanos()));
  }
}
