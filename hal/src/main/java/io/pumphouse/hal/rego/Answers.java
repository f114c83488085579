package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.rego.Parsed.Garbled;
import io.pumphouse.hal.rego.Parsed.Sound;

/**
 * The answers of a Rego, for both sides: one number (five bytes), "done" (one byte), or twenty
 * characters (42 bytes). None of them says what it answers.
 *
 * <p>The check is an exclusive or. Together with everything else there is to look at (the first
 * byte, no highest bits, a top group of two bits) it finds every single flipped bit of a number; of
 * the 780 ways to flip two bits 27 (3.5 %) pass, and of well-formed random numbers one in 128.
 */
final class Answers {
  static final int WORD_LENGTH = 5;
  static final int DONE_LENGTH = 1;
  static final int TEXT_LENGTH = 42;

  /** The first byte of every answer. */
  private static final int START = 0x01;

  private static final int CONTENT = 1;

  private Answers() {}

  /** The answer that carries this number, 0 to 65535. */
  static Frame word(int word) {
    return checked(Septets.of(word));
  }

  /** The answer to a write, which has no content and so no check. */
  static Frame done() {
    return Frame.of(START);
  }

  /**
   * The answer that carries these twenty characters.
   *
   * @param halfBytes 40 bytes, two for each character
   */
  static Frame text(Frame halfBytes) {
    return checked(halfBytes);
  }

  private static Frame checked(Frame content) {
    int check = Septets.check(content, 0, content.length());
    return Frame.of(START).plus(content).plus(Frame.of(check));
  }

  /** Reads an answer of {@link #WORD_LENGTH}. */
  static Parsed<Integer> parseWord(Frame answer) {
    if (!Septets.areWhole(answer, CONTENT)) {
      return new Garbled<>("no 16-bit number has the bytes " + answer);
    }
    return switch (parseChecked(answer)) {
      case Garbled(String what) -> new Garbled<>(what);
      case Sound<Frame> _ -> new Sound<>(Septets.word(answer, CONTENT));
    };
  }

  /**
   * Reads an answer of {@link #DONE_LENGTH}.
   *
   * @param word what was to be written
   */
  static Parsed<Integer> parseDone(Frame answer, int word) {
    return answer.at(0) == START ? new Sound<>(word) : wrongStart(answer);
  }

  /** The content of an answer that carries a check. */
  static Parsed<Frame> parseChecked(Frame answer) {
    int end = answer.length() - 1;
    int computed = Septets.check(answer, CONTENT, end);
    if (answer.at(0) != START) {
      return wrongStart(answer);
    }
    return answer.at(end) == computed
        ? new Sound<>(answer.slice(CONTENT, end))
        : new Garbled<>("check %02X, computed %02X".formatted(answer.at(end), computed));
  }

  private static <A> Parsed<A> wrongStart(Frame answer) {
    return new Garbled<>("it begins with %02X, not 01".formatted(answer.at(0)));
  }
}
