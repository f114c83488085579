package io.pumphouse.agent.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations: a whole number and its unit, {@code 500ms 5s 1m 2h 90d 2y}. */
final class Durations {
  private static final Pattern SHAPE = Pattern.compile("([0-9]+)(ms|s|m|h|d|y)");

  private Durations() {}

  /** A duration in this range, both ends included; each is given as a person would write it. */
  static Kind<Duration> between(String least, String most, String example) {
    Duration shortest = parse(least).orElseThrow();
    Duration longest = parse(most).orElseThrow();
    return new Kind<>(
        "a duration from " + least + " to " + most + ", such as " + example,
        text ->
            parse(text)
                .filter(value -> value.compareTo(shortest) >= 0 && value.compareTo(longest) <= 0));
  }

  /** A duration in this range, or {@code forever}. */
  static Kind<Duration> orForever(String least, String most, String example) {
    Kind<Duration> limited = between(least, most, example);
    return new Kind<>(
        limited.accepted() + ", or forever",
        text -> text.equals("forever") ? Optional.of(StoreConfig.FOREVER) : limited.parse(text));
  }

  /** The duration as a person would write it. */
  static String text(Duration duration) {
    if (duration.equals(StoreConfig.FOREVER)) {
      return "forever";
    }
    long millis = duration.toMillis();
    for (String unit : List.of("y", "d", "h", "m", "s")) {
      long length = of(1, unit).toMillis();
      if (millis >= length && millis % length == 0) {
        return millis / length + unit;
      }
    }
    return millis + "ms";
  }

  private static Optional<Duration> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Numbers.whole(matcher.group(1)).map(count -> of(count, matcher.group(2)))
        : Optional.empty();
  }

  private static Duration of(int count, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      case "y" -> Duration.ofDays(365L * count);
      default -> throw new IllegalArgumentException("no unit of time: " + unit);
    };
  }
}
