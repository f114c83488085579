package io.pumphouse.agent.transfer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times as files write them. Pure. */
final class Times {
  private Times() {}

  /** RFC 3339, or a count since 1970 whose length tells seconds, ms, µs and ns apart. */
  static Optional<Instant> read(String text) {
    try {
      return text.matches("[0-9]{9,19}")
          ? Optional.of(counted(text))
          : Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
    } catch (DateTimeException | NumberFormatException _) { // the caller says what is accepted
      return Optional.empty();
    }
  }

  private static Instant counted(String digits) {
    long count = Long.parseLong(digits);
    return switch ((digits.length() - 8) / 3) {
      case 0 -> Instant.ofEpochSecond(count);
      case 1 -> Instant.ofEpochMilli(count);
      case 2 -> Instant.ofEpochMilli(count / 1_000);
      default -> Instant.ofEpochMilli(count / 1_000_000);
    };
  }
}
