package io.pumphouse.hal.rego;

import java.time.Duration;

/**
 * How long things take on a Rego line: 19200 baud, 8N1, at least 80 ms from an answer to the next
 * command.
 *
 * <p>An answer carries neither address nor number, so one that comes late looks like the answer to
 * the next question; of most questions even the length is the same. Three silences keep them apart.
 * Before a question the input is emptied, and what is found there is nobody's. After an answer the
 * line must stay silent for the 80 ms that must pass anyway, so that a longer answer or two of them
 * are not taken for a short one. After a fault it must have been silent for {@code quiet}. This
 * holds for every answer that begins within {@code answerWithin + quiet} of the end of its
 * question, and for every repetition within 80 ms of the answer it repeats. What comes later than
 * that, in time for the next answer and in its form, cannot be told from it by anything: a pump
 * that does so needs a longer {@code answerWithin}.
 *
 * @param answerWithin how long the pump may take from the end of a question to the start of its
 *     answer; 2 to 4 s by the sources
 */
record Pacing(Duration answerWithin) {
  /** From the end of an answer to the next command. */
  static final Duration BETWEEN_COMMANDS = Duration.ofMillis(80);

  private static final Duration PER_BYTE = Duration.ofSeconds(10).dividedBy(19_200);

  Pacing {
    if (!answerWithin.isPositive()) {
      throw new IllegalArgumentException("answers need time: " + answerWithin);
    }
  }

  /** How long the line must have been silent after a fault. */
  Duration quiet() {
    return answerWithin.compareTo(BETWEEN_COMMANDS) > 0 ? answerWithin : BETWEEN_COMMANDS;
  }

  /** Long enough for one fault's silence, one late answer of any length, and silence again. */
  Duration settleWithin() {
    return quiet().multipliedBy(2).plus(onWire(Answers.TEXT_LENGTH));
  }

  /** How long to wait for an answer, from the sending of the question. */
  Duration patience(Question<?> question) {
    return answerWithin.plus(onWire(question));
  }

  /** How long a question and its answer take on the wire. */
  static Duration onWire(Question<?> question) {
    return onWire(Request.LENGTH + question.answerLength());
  }

  /** How long this many bytes take on the wire. */
  static Duration onWire(int bytes) {
    return PER_BYTE.multipliedBy(bytes);
  }
}
