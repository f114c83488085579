package io.pumphouse.web.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells in another language what the agent noted of an event, or why a figure is as it is. It keeps
 * one English sentence, which programs and journals read too; here it is taken apart again by the
 * sentences that stand in the English words as {@code told.KIND.NUMBER}, the most particular first,
 * and put together by those of the other language. What a maker or a person wrote stays as it is,
 * and so does a sentence that is not known.
 */
public final class Retelling {
  private static final Pattern PIECE = Pattern.compile("\\{(\\d)}");
  private static final List<Sentence> KNOWN =
      Tongue.ENGLISH.words().keySet().stream()
          .filter(key -> key.matches("told\\.[a-z-]+\\.\\d+"))
          .sorted()
          .map(key -> Sentence.of(key, Tongue.ENGLISH.say(key)))
          .toList();

  /**
   * @param key where it stands
   * @param pieces the number of each piece, in the order of the English sentence
   */
  private record Sentence(String key, Pattern pattern, List<Integer> pieces) {
    static Sentence of(String key, String text) {
      String pattern = PIECE.matcher("\\Q" + text + "\\E").replaceAll("\\\\E(.*?)\\\\Q");
      List<Integer> pieces =
          PIECE.matcher(text).results().map(found -> Integer.valueOf(found.group(1))).toList();
      return new Sentence(key, Pattern.compile(pattern, Pattern.DOTALL), pieces);
    }

    boolean isOf(String kind) {
      return kind().equals(kind);
    }

    Optional<String> retold(Tongue tongue, String text) {
      Matcher matcher = pattern.matcher(text);
      return matcher.matches()
          ? Optional.of(retold(tongue, matcher.toMatchResult()))
          : Optional.empty();
    }

    private String retold(Tongue tongue, MatchResult found) {
      return PIECE
          .matcher(tongue.say(key))
          .replaceAll(
              piece ->
                  Matcher.quoteReplacement(piece(tongue, Integer.parseInt(piece.group(1)), found)));
    }

    /** Some pieces are words of the agent too, {@code told.KIND.word3.done}, or a sentence. */
    private String piece(Tongue tongue, int number, MatchResult found) {
      String text = found.group(1 + pieces.indexOf(number));
      String words = key.substring(0, key.lastIndexOf('.')) + ".word" + number + ".";
      return tongue.sayOr(words + text, Retelling.of(tongue, kind(), text).orElse(text));
    }

    private String kind() {
      return key.substring(key.indexOf('.') + 1, key.lastIndexOf('.'));
    }
  }

  private Retelling() {}

  /**
   * The text in that language; empty if it is not known how to say it there.
   *
   * @param kind of the event, as stored; or {@code figure}, {@code finding}
   * @param text what the event log has, in English
   */
  public static Optional<String> of(Tongue tongue, String kind, String text) {
    return KNOWN.stream()
        .filter(sentence -> sentence.isOf(kind))
        .flatMap(sentence -> sentence.retold(tongue, text).stream())
        .findFirst();
  }
}
