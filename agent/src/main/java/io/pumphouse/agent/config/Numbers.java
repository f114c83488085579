package io.pumphouse.agent.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whole numbers in decimal digits; a leading zero, which YAML 1.1 takes for octal, is refused. */
final class Numbers {
  private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");

  private Numbers() {}

  /** A number in this range, both ends included. */
  static Kind<Integer> between(int least, int most, int example) {
    return new Kind<>(
        "a number from " + least + " to " + most + ", such as " + example,
        text -> whole(text).filter(number -> number >= least && number <= most));
  }

  /** The number, if the text is one of at most nine digits. */
  static Optional<Integer> whole(String text) {
    return Optional.of(text).filter(WHOLE.asMatchPredicate()).map(Integer::valueOf);
  }
}
