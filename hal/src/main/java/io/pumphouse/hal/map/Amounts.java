package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.RegisterType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Reads the numbers of map files. Each answer is empty if the text is not such a number. */
final class Amounts {
  private static final BigDecimal MOST_MILLIS = BigDecimal.valueOf(60_000);
  private static final int MOST_DIGITS = 20;

  private Amounts() {}

  /** A whole number within these bounds, both inclusive. */
  static Optional<Long> whole(String text, long lowest, long highest) {
    try {
      long number = Long.parseLong(text);
      return number >= lowest && number <= highest ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** An address, decimal or, as some makers print them, hexadecimal: {@code 0x0209}. */
  static Optional<Integer> address(String text, int highest) {
    boolean isHex = text.startsWith("0x");
    try {
      int address = Integer.parseInt(isHex ? text.substring(2) : text, isHex ? 16 : 10);
      return address >= 0 && address <= highest ? Optional.of(address) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** What a raw number of this type may be, in words. */
  static String rangeOf(RegisterType type) {
    return "use whole numbers from %d to %d".formatted(type.lowest(), type.highest());
  }

  /** A decimal number with a point, no exponent: {@code 0.1}, {@code -60}. */
  static Optional<BigDecimal> decimal(String text) {
    if (text.length() > MOST_DIGITS || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** {@code 100ms} or {@code 2.1s}; never negative, at most a minute, no finer than 1 ms. */
  static Optional<Duration> duration(String text) {
    boolean isMillis = text.endsWith("ms");
    if (!text.endsWith("s")) {
      return Optional.empty();
    }
    String number = text.substring(0, text.length() - (isMillis ? 2 : 1)).strip();
    return decimal(number)
        .map(amount -> isMillis ? amount : amount.movePointRight(3))
        .filter(millis -> millis.signum() >= 0 && millis.compareTo(MOST_MILLIS) <= 0)
        .filter(millis -> millis.stripTrailingZeros().scale() <= 0)
        .map(millis -> Duration.ofMillis(millis.longValueExact()));
  }
}
