package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Heard;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.line.Overheard;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.line.Wording;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Outcome.Trouble;
import io.pumphouse.hal.rego.Outcome.Unanswered;
import io.pumphouse.hal.rego.Outcome.Unasked;
import java.time.Duration;

/**
 * The master's side of a Rego service port: one question at a time, each with a deadline. Confined
 * to the thread that owns the bus; only {@link #close} may come from another. Never throws for
 * anything a line or a pump can do.
 *
 * <p>No question is ever repeated here. Other programs ask again 200 ms after a failure; that would
 * keep everything else on the line waiting for a pump that may be gone, and would meet a late
 * answer to the first attempt. When to ask again is the poller's to know. What is kept of their
 * habits is to close the line after five failures in a row, so that the next question opens it
 * afresh. {@link Pacing} says what may be believed of an answer that carries no mark.
 */
public final class RegoBus implements AutoCloseable {
  /** The protocol knows no units. */
  private static final int UNIT = 0;

  private static final int FAILURES_TO_REOPEN = 5;

  /** Weight of the past in the mean of turnarounds. */
  private static final int MEMORY = 8;

  private final Line line;
  private final Pacing pacing;
  private final TimeSource time;
  private final Witness witness;
  private long silentUntil;
  private int failures;
  private Duration turnaround = Duration.ZERO;

  /**
   * A bus on this line; the line is opened by the first question.
   *
   * @param line 19200 baud, 8N1
   * @param answerWithin how long an answer may take to begin; 2 to 4 s
   * @param witness told of everything that goes over the line, as unit 0
   */
  public RegoBus(Line line, Duration answerWithin, TimeSource time, Witness witness) {
    this.line = line;
    this.pacing = new Pacing(answerWithin);
    this.time = time;
    this.witness = witness;
    this.silentUntil = time.nanos();
  }

  /** What a technician calls the line. */
  public String name() {
    return line.name();
  }

  /** How long a question keeps the line busy: question, turnaround, answer and the pause. */
  Duration lineTime(Question<?> question) {
    return Pacing.onWire(question).plus(turnaround).plus(Pacing.BETWEEN_COMMANDS);
  }

  Moment now() {
    return time.now();
  }

  /** Asks once. A line that is closed or broken is opened first. */
  <A> Outcome<A> ask(Question<A> question) {
    Outcome<A> outcome =
        switch (ready()) {
          case Silence _ -> attempt(question);
          case Bytes _ -> unasked(question, neverSilent());
          case Broken(String cause, String next) ->
              unasked(question, new Trouble(new Fault.LineDown(cause), next, time.now()));
        };
    reopenIfInVain(outcome);
    return outcome;
  }

  private Heard ready() {
    if (line.open() instanceof Broken why) {
      return why;
    }
    Heard settled = settle();
    if (!(settled instanceof Broken)) {
      return settled;
    }
    // It broke while nobody asked, so opening it again repeats no question.
    line.close();
    return line.open() instanceof Broken why ? why : settle();
  }

  /** Empties the input and waits until a question may be put. */
  private Heard settle() {
    long patience = Math.max(silentUntil, time.nanos()) + pacing.settleWithin().toNanos();
    while (true) {
      Heard heard = line.hear(left(silentUntil));
      switch (heard) {
        case Broken _ -> {
          return heard;
        }
        case Silence _ when left(silentUntil).isZero() -> {
          return heard;
        }
        case Silence _ -> {}
        case Bytes(Frame bytes) -> {
          // A number answer looks like any other: whose it is cannot be told.
          witness.overheard(
              new Overheard(Overheard.Kind.NOISE, UNIT, bytes, time.now(), Wording.of("", "")));
          if (left(patience).isZero()) {
            return heard;
          }
          // Nobody was asked: it belongs to an earlier question, and more of it may follow.
          keepSilentFor(pacing.quiet());
        }
      }
    }
  }

  private <A> Outcome<A> attempt(Question<A> question) {
    Attempt<A> attempt = new Attempt<>(question, line, pacing, time);
    Outcome<A> outcome = attempt.outcome();
    witness.saw(attempt.transaction(wording(question, outcome), ending(outcome)));
    if (outcome instanceof Answered<A>) {
      learn(attempt.turnaround());
    } else {
      // Whatever ended the wait early, the answer may still come, and come late.
      keepSilentFor(attempt.stillDue().plus(pacing.quiet()));
    }
    return outcome;
  }

  private void learn(Duration latest) {
    turnaround =
        turnaround.isZero()
            ? latest
            : turnaround.multipliedBy(MEMORY - 1).plus(latest).dividedBy(MEMORY);
  }

  private Trouble neverSilent() {
    Fault fault = new Fault.Garbled("the line never falls silent, so nothing was asked");
    return new Trouble(fault, NextStep.after(fault), time.now());
  }

  private <A> Outcome<A> unasked(Question<A> question, Trouble trouble) {
    Outcome<A> outcome = new Unasked<>(trouble);
    witness.saw(
        new Transaction(
            UNIT,
            wording(question, outcome),
            Frame.empty(),
            Frame.empty(),
            trouble.at(),
            Duration.ZERO,
            ending(outcome)));
    return outcome;
  }

  private static Wording wording(Question<?> question, Outcome<?> outcome) {
    return Wording.of(
        question.words(),
        outcome instanceof Answered<?>(Object answer, _) ? answer.toString() : "");
  }

  private static Ending ending(Outcome<?> outcome) {
    return switch (outcome) {
      case Answered<?> _ -> new Ending.Good();
      case Unanswered<?> no -> new Ending.Bad(no.trouble().fault());
    };
  }

  private void reopenIfInVain(Outcome<?> outcome) {
    failures = outcome instanceof Answered<?> ? 0 : failures + 1;
    boolean isDown = ending(outcome) instanceof Ending.Bad(Fault.LineDown _);
    if (isDown || failures >= FAILURES_TO_REOPEN) {
      failures = 0;
      line.close();
    }
  }

  private void keepSilentFor(Duration silence) {
    silentUntil = Math.max(silentUntil, time.nanos() + silence.toNanos());
  }

  private Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - time.nanos()));
  }

  /** Closes the line. Idempotent; a later question opens it again. */
  @Override
  public void close() {
    line.close();
  }
}
