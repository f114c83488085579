package io.pumphouse.agent.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit: {@code 2.7 kW/K}, {@code 90 W}. */
final class Amounts {
  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?) ?([A-Za-z/]+)");

  private Amounts() {}

  /** An amount in this one unit and this range, both ends included. */
  static Kind<Double> between(double least, double most, String unit, String example) {
    return new Kind<>(
        "%s to %s %s, such as %s".formatted(plain(least), plain(most), unit, example),
        text -> parse(text, unit, 1).filter(value -> value >= least && value <= most));
  }

  /** A power in W or kW, as W. */
  static Kind<Double> watts(double least, double most, String example) {
    return new Kind<>(
        "a power from %s to %s W, such as %s".formatted(plain(least), plain(most), example),
        text ->
            parse(text, "W", 1)
                .or(() -> parse(text, "kW", 1_000))
                .filter(value -> value >= least && value <= most));
  }

  private static Optional<Double> parse(String text, String unit, double factor) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches() && matcher.group(2).equals(unit)
        ? Optional.of(Double.parseDouble(matcher.group(1)) * factor)
        : Optional.empty();
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
