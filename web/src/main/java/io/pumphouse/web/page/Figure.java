package io.pumphouse.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number as it is set in print: places as the device resolves them, true minus, thin groups. */
public final class Figure {
  private static final char MINUS = '\u2212';
  private static final char NARROW_NO_BREAK_SPACE = '\u202f';
  private static final int UNGROUPED_DIGITS = 4;

  private Figure() {}

  /** The number with so many decimal places and this mark before them. */
  public static String of(BigDecimal value, int places, char decimalMark) {
    String digits = value.abs().setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    String sign = value.signum() < 0 ? String.valueOf(MINUS) : "";
    int whole = places == 0 ? digits.length() : digits.indexOf('.');
    return sign + grouped(digits.replace('.', decimalMark), whole);
  }

  private static String grouped(String digits, int whole) {
    if (whole <= UNGROUPED_DIGITS) {
      return digits;
    }
    StringBuilder text = new StringBuilder(digits);
    for (int at = whole - 3; at > 0; at -= 3) {
      text.insert(at, NARROW_NO_BREAK_SPACE);
    }
    return text.toString();
  }
}
