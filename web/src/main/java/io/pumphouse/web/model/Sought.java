package io.pumphouse.web.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that somebody looks for. What is found and what is marked follow this one rule: the words
 * as they stand, whatever their case. Immutable.
 *
 * @param words as typed; empty finds everything and marks nothing
 */
public record Sought(String words) {
  /** Everything. */
  public static final Sought ANYTHING = new Sought("");

  private static final int NOWHERE = -1;

  /**
   * A piece of a text.
   *
   * @param isHit whether it is what was looked for
   */
  public record Piece(String text, boolean isHit) {}

  /** Whether the words are in this text. */
  public boolean isIn(String text) {
    return words.isEmpty() || place(text, 0) != NOWHERE;
  }

  /** The text taken apart where the words stand; put together it is the text again. */
  public List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    int hit = words.isEmpty() ? NOWHERE : place(text, 0);
    while (hit != NOWHERE) {
      add(pieces, text.substring(done, hit), false);
      done = hit + words.length();
      add(pieces, text.substring(hit, done), true);
      hit = place(text, done);
    }
    add(pieces, text.substring(done), false);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean isHit) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, isHit));
    }
  }

  private int place(String text, int from) {
    for (int at = from; at + words.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, words, 0, words.length())) {
        return at;
      }
    }
    return NOWHERE;
  }
}
