package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Writes many rounded numbers, as {@link Amounts#rounded} would: a chart has thousands, and most of
 * the time of an answer went into decimal fractions of unlimited precision. Confined to one thread.
 */
final class Decimal {
  private static final int ONE = 10_000;
  private static final int PLACES = 4;

  /** From here on doubles are no longer exact in the last place. */
  private static final double MOST = 1e15;

  private final char[] text = new char[24];

  void write(JsonGenerator json, double amount) throws IOException {
    double rounded = Math.rint(amount * ONE);
    if (Math.abs(rounded) < MOST) {
      write(json, (long) rounded);
    } else {
      json.writeNumber(Amounts.rounded(amount));
    }
  }

  private void write(JsonGenerator json, long tenThousandths) throws IOException {
    if (tenThousandths % ONE == 0) {
      json.writeNumber(tenThousandths / ONE);
    } else {
      int from = fill(Math.abs(tenThousandths));
      if (tenThousandths < 0) {
        text[--from] = '-';
      }
      json.writeNumber(text, from, length(from));
    }
  }

  /** Fills in the digits from behind; says where they begin. */
  private int fill(long tenThousandths) {
    int at = text.length;
    long rest = tenThousandths;
    for (int place = 0; place < PLACES; place++) {
      text[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    text[--at] = '.';
    do {
      text[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    return at;
  }

  /** Without the zeros at the end. */
  private int length(int from) {
    int end = text.length;
    while (text[end - 1] == '0') {
      end--;
    }
    return end - from;
  }
}
