package io.pumphouse.hal.husdata;

import io.pumphouse.hal.line.Frame;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How the H1 spells: {@code XR}, four digits of id, four of number, upper-case hexadecimal; then,
 * if labels are on, the last three digits of the id, a name, and the number once more in decimal:
 * {@code XR010701B8 107 Heating setpoint (44.0c)}. Pure.
 *
 * <p>There is no checksum. What a label says a second time stands in for one: it tells a damaged
 * number, and the head of one line on the tail of another. It cannot tell damage that fits both
 * times, nor a damaged first digit of the id, where two ids of the map differ in nothing else and
 * mean something similar. Without a label nothing is told but the shape, so a bare number must be
 * heard twice; that is for {@link Update} to see to.
 */
final class Spelling {
  static final Frame SEND_ALL = command("XR");

  /** The same to a gateway that may have heard half a line of something else before. */
  static final Frame SEND_ALL_AFRESH = command("\r\nXR");

  static final Frame LABELS = command("XP");
  static final Frame FULL_UPDATES = command("XM");
  static final Frame RESTART = command("!");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Above this the gateway means a number below zero (peterarandis/husdata-h60-homey). */
  static final int HIGHEST = 60_000;

  static final int LOWEST = HIGHEST + 1 - 0x1_0000;

  private static final Pattern LINE = Pattern.compile("XR([0-9A-F]{4})([0-9A-F]{4})(.*)");

  private static final Pattern LABEL =
      Pattern.compile(" +([0-9A-F]{3}) .*\\((-?[0-9]{1,6}(?:\\.[0-9])?)[^()0-9]*\\)");

  private static final Pattern ECHO = Pattern.compile("|!|XR|X[MPW][ -~]*");

  private Spelling() {}

  /** What a line says, without the CR LF that ended it. */
  static Said read(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return ECHO.matcher(line).matches() ? new Said.Echo() : new Said.Damaged();
    }
    int id = HexFormat.fromHexDigits(matcher.group(1));
    int word = HexFormat.fromHexDigits(matcher.group(2));
    String label = matcher.group(3);
    if (label.isEmpty()) {
      return new Said.Bare(id, number(word));
    }
    return confirms(label, id, word) ? new Said.Labelled(id, number(word)) : new Said.Damaged();
  }

  /** The number that these sixteen bits stand for. */
  static int number(int word) {
    return word > HIGHEST ? word - 0x1_0000 : word;
  }

  private static boolean confirms(String label, int id, int word) {
    Matcher matcher = LABEL.matcher(label);
    return matcher.matches()
        && HexFormat.fromHexDigits(matcher.group(1)) == (id & 0xFFF)
        && isSame(word, new BigDecimal(matcher.group(2)));
  }

  /** Temperatures are told in tenths (01B8: 44.0), states and modes as they are (0001: 1.0). */
  private static boolean isSame(int word, BigDecimal told) {
    return IntStream.of(word, (short) word)
        .anyMatch(
            number ->
                told.compareTo(BigDecimal.valueOf(number)) == 0
                    || told.compareTo(BigDecimal.valueOf(number, 1)) == 0);
  }

  /** A line with this number in it, without a label and without its end. */
  static String line(int id, int number) {
    return "XR" + HEX.toHexDigits((short) id) + HEX.toHexDigits((short) number);
  }

  /** The command that writes this number, {@link #LOWEST} to {@link #HIGHEST}. */
  static Frame write(int id, int number) {
    return command("XW" + HEX.toHexDigits((short) id) + HEX.toHexDigits((short) number));
  }

  /** These characters as a whole line. */
  static Frame command(String text) {
    return Frame.of((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
