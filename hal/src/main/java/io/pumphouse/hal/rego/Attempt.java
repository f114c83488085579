package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.line.Wording;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Outcome.Failed;
import io.pumphouse.hal.rego.Outcome.Trouble;
import java.time.Duration;
import java.util.Optional;

/** One question put on a settled line, once, and the wait for its answer. Used once. */
final class Attempt<A> {
  private final Question<A> question;
  private final Line line;
  private final Pacing pacing;
  private final TimeSource time;
  private final Frame sent;
  private final Moment asked;
  private Frame heard = Frame.empty();
  private Moment ended;
  private long due;

  Attempt(Question<A> question, Line line, Pacing pacing, TimeSource time) {
    this.question = question;
    this.line = line;
    this.pacing = pacing;
    this.time = time;
    this.sent = question.request().frame();
    this.asked = time.now();
    this.ended = asked;
    this.due = time.nanos();
  }

  Outcome<A> outcome() {
    if (line.send(sent) instanceof Broken why) {
      return down(why);
    }
    return troubleBeforeTheEnd().or(this::troubleAfterTheEnd).orElseGet(this::parsed);
  }

  /** Waits for as many bytes as the answer has. */
  private Optional<Outcome<A>> troubleBeforeTheEnd() {
    Duration patience = pacing.patience(question);
    long deadline = time.nanos() + patience.toNanos();
    due = deadline;
    while (heard.length() < question.answerLength()) {
      switch (line.hear(left(deadline))) {
        case Bytes(Frame bytes) -> take(bytes);
        case Broken why -> {
          return Optional.of(down(why));
        }
        case Silence _ when left(deadline).isZero() -> {
          return Optional.of(failed(unfinished(patience)));
        }
        case Silence _ -> {}
      }
    }
    return Optional.empty();
  }

  /** Makes sure that nothing follows, in the time in which no command may be sent anyway. */
  private Optional<Outcome<A>> troubleAfterTheEnd() {
    long quietUntil = time.nanos() + Pacing.BETWEEN_COMMANDS.toNanos();
    while (heard.length() == question.answerLength() && !left(quietUntil).isZero()) {
      switch (line.hear(left(quietUntil))) {
        case Bytes(Frame bytes) -> take(bytes);
        case Broken why -> {
          return Optional.of(down(why));
        }
        case Silence _ -> {}
      }
    }
    int surplus = heard.length() - question.answerLength();
    return surplus == 0
        ? Optional.empty()
        : Optional.of(failed(new Fault.Garbled(surplus + " bytes follow the whole answer")));
  }

  private void take(Frame bytes) {
    heard = heard.plus(bytes);
    ended = time.now();
  }

  private Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - time.nanos()));
  }

  private Fault unfinished(Duration waited) {
    return heard.isEmpty()
        ? new Fault.NoAnswer(waited)
        : new Fault.Garbled(Fault.Damage.SHORT, "it broke off after " + heard.length() + " bytes");
  }

  private Outcome<A> parsed() {
    return switch (question.parse(heard)) {
      case Parsed.Sound<A>(A answer) -> new Answered<>(answer, ended);
      case Parsed.Garbled<A>(String what) -> failed(new Fault.Garbled(what));
    };
  }

  private Outcome<A> failed(Fault fault) {
    ended = time.now();
    return new Failed<>(new Trouble(fault, NextStep.after(fault), ended));
  }

  private Outcome<A> down(Broken why) {
    ended = time.now();
    return new Failed<>(new Trouble(new Fault.LineDown(why.cause()), why.next(), ended));
  }

  /** What went over the line and came of it; asked for when it is over. */
  Transaction transaction(Wording wording, Ending ending) {
    Duration onTheWay = Pacing.onWire(Request.LENGTH);
    Duration all = asked.ageAt(ended);
    Duration took = all.compareTo(onTheWay) > 0 ? all.minus(onTheWay) : Duration.ZERO;
    return new Transaction(0, wording, sent, heard, asked, took, ending);
  }

  /** How much longer an answer would have been timely. */
  Duration stillDue() {
    return left(due);
  }

  /** How long the pump thought: what question and answer do not need on the wire. */
  Duration turnaround() {
    Duration rest = asked.ageAt(ended).minus(Pacing.onWire(question));
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
