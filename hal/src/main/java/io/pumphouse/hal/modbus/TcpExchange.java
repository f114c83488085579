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
 * Modbus TCP: every answer carries the number of its question, so late ones are told by it and
 * skipped, and the connection stays. It is given up when its bytes are no longer frames, and when
 * several questions in a row went unanswered: a pump that was switched off leaves a connection that
 * looks alive for minutes.
 */
final class TcpExchange implements Exchange {
  private static final int UNANSWERED_MOST = 3;

  private final Line line;
  private final TimeSource time;
  private final Account account;
  private Frame unread = Frame.empty();
  private Manners manners;
  private long askFrom;
  private int transaction;
  private int unanswered;
  private boolean hasSkipped;

  TcpExchange(Line line, Timing timing, TimeSource time, Account account) {
    this.line = line;
    this.manners = Manners.usual(timing);
    this.time = time;
    this.account = account;
    this.askFrom = time.nanos();
  }

  @Override
  public Heard settle(long from) {
    askFrom = Math.max(askFrom, from);
    while (true) {
      switch (line.hear(left(askFrom))) {
        case Bytes(Frame bytes) -> unread = unread.plus(bytes);
        case Silence _ -> {}
        case Broken why -> {
          unread = Frame.empty();
          return why;
        }
      }
      if (skipped() instanceof Garbled(_, String what)) {
        account.overheard(Kind.NOISE, 0, unread);
        giveUp();
        return new Broken(line.name() + ": " + what, "check that this is a Modbus TCP port");
      }
      if (left(askFrom).isZero()) {
        return unread.isEmpty() ? new Silence() : halfAFrame();
      }
    }
  }

  /** The next answer would be read as the rest of it. */
  private Broken halfAFrame() {
    account.overheard(Kind.NOISE, 0, unread);
    giveUp();
    return new Broken(line.name() + ": half a frame came unasked", "open it again");
  }

  /** While no question is open, every whole frame is an answer to an earlier one. */
  private Parsed skipped() {
    Parsed parsed = Framing.TCP.parse(Direction.ANSWER, unread);
    while (parsed instanceof Complete(Adu adu, int consumed)) {
      account.overheard(Kind.LATE, adu.unit(), taken(consumed));
      parsed = Framing.TCP.parse(Direction.ANSWER, unread);
    }
    return parsed;
  }

  @Override
  public Outcome ask(int unit, Question question, Manners manners) {
    this.manners = manners;
    transaction = (transaction + 1) & 0xFFFF;
    Frame sent = Framing.TCP.wrap(new Adu(transaction, unit, Questions.pdu(question)));
    account.begin(unit, sent);
    if (line.send(sent) instanceof Broken why) {
      return account.end(down(why));
    }
    Outcome outcome = account.end(answer(unit, question));
    askFrom = time.nanos() + manners.spacing().toNanos();
    return outcome;
  }

  private Outcome answer(int unit, Question question) {
    long deadline = time.nanos() + manners.answerWithin().toNanos();
    hasSkipped = false;
    Optional<Outcome> outcome = outcome(unit, question);
    while (outcome.isEmpty()) {
      switch (line.hear(left(deadline))) {
        case Bytes(Frame bytes) -> {
          unread = unread.plus(bytes);
          outcome = outcome(unit, question);
        }
        case Broken why -> outcome = Optional.of(down(why));
        case Silence _ -> {}
      }
      if (outcome.isEmpty() && left(deadline).isZero()) {
        outcome = Optional.of(unanswered(unit));
      }
    }
    return outcome.get();
  }

  /** How the question ended, if what is unread tells; skips answers to earlier ones. */
  private Optional<Outcome> outcome(int unit, Question question) {
    while (true) {
      switch (Framing.TCP.parse(Direction.ANSWER, unread)) {
        case Incomplete _ -> {
          return Optional.empty();
        }
        case Garbled(var damage, String what) -> {
          return Optional.of(garbled(unit, damage, what));
        }
        case Complete(Adu adu, int consumed) -> {
          Frame frame = taken(consumed);
          if (adu.transaction() == transaction) {
            account.hear(frame);
            return Optional.of(followed(unit, judge(unit, question, adu)));
          }
          account.overheard(Kind.LATE, adu.unit(), frame);
          hasSkipped = true;
        }
      }
    }
  }

  /** What follows must be frames too, else the answer was short and ended in somebody else's. */
  private Outcome followed(int unit, Outcome outcome) {
    return skipped() instanceof Garbled(var damage, String what)
        ? garbled(unit, damage, what)
        : outcome;
  }

  private Outcome judge(int unit, Question question, Adu adu) {
    unanswered = 0;
    if (adu.unit() != unit) {
      return failed(unit, new Fault.Foreign(adu.unit()));
    }
    return Answers.outcome(question, adu.pdu(), time.now())
        .orElseGet(() -> failed(unit, misfit(adu.pdu())));
  }

  private static Fault misfit(Frame pdu) {
    return new Fault.Garbled("it does not fit the question: " + pdu);
  }

  private Outcome unanswered(int unit) {
    if (!unread.isEmpty()) {
      return garbled(unit, Damage.SHORT, "it broke off after " + unread.length() + " bytes");
    }
    unanswered++;
    if (unanswered >= UNANSWERED_MOST) {
      giveUp();
    }
    return failed(unit, hasSkipped ? new Fault.Late() : new Fault.NoAnswer(manners.answerWithin()));
  }

  /** Where the next frame begins is not known any more: only a new connection helps. */
  private Outcome garbled(int unit, Damage damage, String what) {
    account.hear(unread);
    giveUp();
    return failed(unit, new Fault.Garbled(damage, what));
  }

  private void giveUp() {
    unanswered = 0;
    unread = Frame.empty();
    line.close();
  }

  private Outcome down(Broken why) {
    unread = Frame.empty();
    return new Failed(new Fault.LineDown(why.cause()), why.next(), time.now());
  }

  private Outcome failed(int unit, Fault fault) {
    return new Failed(fault, NextStep.after(fault, Framing.TCP, unit), time.now());
  }

  private Frame taken(int length) {
    Frame first = unread.slice(0, length);
    unread = unread.slice(length, unread.length());
    return first;
  }

  private Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - time.nanos()));
  }
}
