package io.pumphouse.web.page;

import io.pumphouse.hal.reading.TracedFrame;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One frame on the line. Public because compiled templates live in a package of their own.
 *
 * @param number counts the frames of the line
 * @param at the site's time of day, to the millisecond
 * @param direction which way it went: {@code sent}, {@code heard}, {@code overheard}
 * @param hex its bytes
 * @param meaning what it says, in English; may be empty
 * @param fault what was wrong, in English; may be empty
 */
public record FrameRow(
    long number, String at, String direction, String hex, String meaning, String fault) {
  private static final DateTimeFormatter TO_THE_MILLISECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  static FrameRow of(ZoneId zone, TracedFrame frame) {
    return new FrameRow(
        frame.number(),
        TO_THE_MILLISECOND.format(frame.at().atZone(zone)),
        frame.direction().word(),
        frame.hex(),
        frame.meaning(),
        frame.fault());
  }

  /** One line of a text file. */
  String line() {
    return "%d\t%s\t%s\t%s\t%s\t%s\n".formatted(number, at, direction, hex, meaning, fault);
  }
}
