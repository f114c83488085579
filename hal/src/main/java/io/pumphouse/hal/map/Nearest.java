package io.pumphouse.hal.map;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what a misspelt word was probably meant to be. */
final class Nearest {
  private Nearest() {}

  /** The known word that takes the fewest typed changes, case aside; the first of several. */
  static String to(String word, Collection<String> known) {
    String typed = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(Comparator.comparingInt(other -> distance(typed, other.toLowerCase(Locale.ROOT))))
        .orElseThrow(() -> new IllegalArgumentException("no known words"));
  }

  /** Letters to insert, drop or replace (Levenshtein). */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    Arrays.setAll(above, column -> column);
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[above.length];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[to.length()];
  }
}
