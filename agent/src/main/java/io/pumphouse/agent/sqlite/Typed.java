package io.pumphouse.agent.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A question in SQL as somebody typed it. SQLite itself refuses whatever would change the file;
 * what is refused here would change how the connection works. Immutable.
 */
final class Typed {
  static final int LONGEST = 4_000;

  /** In this order: comments, texts, names in quotes, words, the end of a statement. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*|/\\*.*?(?:\\*/|\\z)|'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|\\[[^\\]]*]|\\w+|[^\\s\\w]",
          Pattern.DOTALL);

  private static final Set<String> QUESTIONS = Set.of("select", "with", "values");

  private final String text;
  private final List<String> tokens;

  Typed(String text) {
    this.text = text;
    this.tokens =
        TOKEN
            .matcher(text.substring(0, Math.min(LONGEST, text.length())))
            .results()
            .map(MatchResult::group)
            .filter(token -> !token.startsWith("--") && !token.startsWith("/*"))
            .map(token -> token.toLowerCase(Locale.ROOT))
            .toList();
  }

  /** What keeps it from being asked; empty if nothing does. */
  String problem() {
    if (text.length() > LONGEST) {
      return "the question is longer than " + LONGEST + " characters";
    }
    if (tokens.isEmpty() || !QUESTIONS.contains(tokens.getFirst())) {
      return "only SELECT, WITH and VALUES are asked here";
    }
    int end = tokens.indexOf(";");
    if (end >= 0 && !tokens.subList(end, tokens.size()).stream().allMatch(";"::equals)) {
      return "one question at a time: something follows the semicolon";
    }
    return tokens.stream().anyMatch(Typed::isPragma) ? "no PRAGMA is asked here" : "";
  }

  /** Also as a table, {@code pragma_table_info('block')}, and in quotes. */
  private static boolean isPragma(String token) {
    return token.matches("[\"`\\[]?pragma.*");
  }
}
