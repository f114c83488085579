package io.pumphouse.web.page;

import java.math.BigDecimal;

/** A number as it is set in print: places as the device resolves them, true minus, thin groups. */
final class Figure {
  private static final char MINUS = '\u2212';
  private static final char NARROW_NO_BREAK_SPACE = '\u202f';
  private static final int UNGROUPED_DIGITS = 4;

  private Figure() {}

  /**
   * The number with as many decimal places as one raw step has, no more and no fewer.
   *
   * @param scale what one raw step is worth
   */
  static String of(BigDecimal value, BigDecimal scale) {
    int places = Math.max(0, scale.stripTrailingZeros().scale());
    String digits = value.abs().setScale(places).toPlainString();
    String sign = value.signum() < 0 ? String.valueOf(MINUS) : "";
    return sign + grouped(digits, places == 0 ? digits.length() : digits.indexOf('.'));
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
