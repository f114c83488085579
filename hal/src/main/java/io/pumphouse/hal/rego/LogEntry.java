package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.rego.Parsed.Garbled;
import io.pumphouse.hal.rego.Parsed.Sound;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/**
 * One answer to "last error" or "previous error", both ways: twenty characters of two half-bytes
 * each, high one first. The first is the code, the next fifteen are the time, the rest nobody has
 * explained. A whole entry or none: a time that is no time makes the answer a damaged one.
 */
final class LogEntry {
  /** Stands where the code would, in one byte or in two halves, when there is no entry. */
  static final int NONE = 0xFF;

  private static final int CHARACTERS = 20;
  private static final int FIRST_OF_TIME = 1;
  private static final int END_OF_TIME = 16;
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
          .appendPattern("MMdd HH:mm:ss")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private LogEntry() {}

  /** No entry or one. */
  static Parsed<List<RegoError>> parse(Frame answer) {
    return switch (Answers.parseChecked(answer)) {
      case Garbled(String what) -> new Garbled<>(what);
      case Sound(Frame halves) when halves.at(0) == NONE -> new Sound<>(List.of());
      case Sound(Frame halves) when !areHalfBytes(halves) ->
          new Garbled<>("no half-bytes: " + halves);
      case Sound(Frame halves) when character(halves, 0) == NONE -> new Sound<>(List.of());
      case Sound(Frame halves) -> entry(halves);
    };
  }

  private static boolean areHalfBytes(Frame halves) {
    for (int at = 0; at < halves.length(); at++) {
      if (halves.at(at) > 0x0F) {
        return false;
      }
    }
    return true;
  }

  private static char character(Frame halves, int index) {
    return (char) (halves.at(2 * index) << 4 | halves.at(2 * index + 1));
  }

  private static Parsed<List<RegoError>> entry(Frame halves) {
    StringBuilder time = new StringBuilder();
    for (int index = FIRST_OF_TIME; index < END_OF_TIME; index++) {
      time.append(character(halves, index));
    }
    try {
      return new Sound<>(
          List.of(new RegoError(character(halves, 0), LocalDateTime.parse(time, TIME))));
    } catch (DateTimeException noTime) {
      return new Garbled<>("no time of an error: " + noTime.getMessage());
    }
  }

  /** The answer that carries this entry; what nobody has explained is zero. */
  static Frame answer(RegoError error) {
    char code = (char) error.wireCode();
    return text(code + TIME.format(error.at()));
  }

  /** The answer that carries no entry, as it was seen on the wire. */
  static Frame noError() {
    return Answers.text(Frame.of(NONE).plus(Frame.of(new byte[2 * CHARACTERS - 1])));
  }

  /** The answer that carries these characters; at most 20, zero after them. */
  static Frame text(String characters) {
    int[] halves = new int[2 * CHARACTERS];
    for (int index = 0; index < characters.length(); index++) {
      halves[2 * index] = characters.charAt(index) >> 4;
      halves[2 * index + 1] = characters.charAt(index) & 0x0F;
    }
    return Answers.text(Frame.of(halves));
  }
}
