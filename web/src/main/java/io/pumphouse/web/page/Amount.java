package io.pumphouse.web.page;

import java.math.BigDecimal;
import java.time.Duration;

/** Quantities of machines rather than pumps, as a person reads them. */
public final class Amount {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Amount() {}

  /** {@code 24.0 MiB}. */
  public static String bytes(Tongue tongue, long bytes) {
    double amount = (double) bytes;
    int unit = 0;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    return number(tongue, amount, unit == 0 || amount >= 100 ? 0 : 1) + "\u00a0" + UNITS[unit];
  }

  /** {@code 16 416 000}. */
  public static String count(Tongue tongue, long count) {
    return Figure.of(BigDecimal.valueOf(count), 0, tongue.decimalMark());
  }

  /** {@code 43.8}. */
  public static String number(Tongue tongue, double number, int places) {
    return Figure.of(BigDecimal.valueOf(number), places, tongue.decimalMark());
  }

  /** {@code 12 %} of a share from 0 to 1. */
  static String percent(Tongue tongue, double share) {
    return number(tongue, share * 100, 0) + "\u00a0%";
  }

  /** In days, or in years where it is whole years. */
  public static String span(Tongue tongue, Duration time) {
    long days = time.toDays();
    boolean isYears = days >= 365 && days % 365 == 0;
    return isYears ? tongue.say("years", days / 365) : tongue.say("days-long", days);
  }
}
