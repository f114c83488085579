package io.pumphouse.agent.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes: a whole number and its unit, {@code 64 KiB 200 MiB 2 GiB}, in bytes. */
final class Sizes {
  private static final Pattern SHAPE = Pattern.compile("([0-9]+) ?(KiB|MiB|GiB)");

  private Sizes() {}

  /** A size in this range, both ends included; each is given as a person would write it. */
  static Kind<Long> between(String least, String most, String example) {
    long smallest = parse(least).orElseThrow();
    long largest = parse(most).orElseThrow();
    return new Kind<>(
        "a size from " + least + " to " + most + ", such as " + example,
        text -> parse(text).filter(bytes -> bytes >= smallest && bytes <= largest));
  }

  private static Optional<Long> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Numbers.whole(matcher.group(1)).map(count -> (long) count << shift(matcher.group(2)))
        : Optional.empty();
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "KiB" -> 10;
      case "MiB" -> 20;
      case "GiB" -> 30;
      default -> throw new IllegalArgumentException("no unit of size: " + unit);
    };
  }
}
