package io.pumphouse.agent.doctor;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text: those that are known, wherever they stand, and whatever looks like one
 * by its name or its shape. Rather too much than too little. Immutable.
 */
public final class Redaction {
  static final String WITHHELD = "[withheld]";

  /** Shorter ones would tear words apart that are none. */
  private static final int SHORTEST = 5;

  /** Names of files with secrets are no secrets: {@code password-file}. */
  private static final String SECRET_NAME =
      "[\\w.-]*(?:pass(?:word|wd|phrase|code)?|secret|token|api[-_]?key|private[-_]?key|credentials?"
          + "|authorization|cookie|claim[-_]code)(?![\\w-]*-file)[\\w.-]*";

  private static final String VALUE = "\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s,}\\]][^,}\\n]*";

  private static final List<UnaryOperator<String>> SHAPES =
      List.of(
          replacing("(?s)-----BEGIN [A-Z ]+-----.*?(-----END [A-Z ]+-----|\\z)", WITHHELD),
          // A block of YAML: password: | and what is indented below it.
          replacing(
              "(?im)^([ \\t#]*)([-?] +)?(\"?"
                  + SECRET_NAME
                  + "\"?\\s*:\\s*[|>][+-]?\\d?)[ \\t]*\\n(?:\\1[ \\t]+[^\\n]*(?:\\n|\\z)){1,200}",
              "$1$2$3 " + WITHHELD + "\n"),
          replacing(
              "(?i)([\"']?\\b" + SECRET_NAME + "[\"']?\\s*[:=]\\s*)(?:" + VALUE + ")",
              "$1" + WITHHELD),
          replacing("(?i)\\b(bearer|basic)\\s+[\\w.~+/=-]{6,}", "$1 " + WITHHELD),
          replacing("\\bph_[\\w-]+", WITHHELD),
          // A claim code, which the log tells while nobody owns the server: K7QF-2MXT-9ABD.
          replacing("\\b[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2,}\\b", WITHHELD),
          replacing("(\\w://)[^\\s/@\"']+@", "$1" + WITHHELD + "@"),
          replacing(
              "(?i)([?&](?:token|key|auth|sig|pass|password|secret|user|t)=)[^&\\s\"']+",
              "$1" + WITHHELD),
          // The path of a webhook is its password.
          replacing(
              "(?i)(\\burl[\"']?\\s*[:=]\\s*[\"']?https?://[^/\\s\"',}]+/)[^\\s\"',}]+",
              "$1" + WITHHELD));

  private final List<String> known;

  /**
   * A redaction.
   *
   * @param known the secrets themselves
   */
  public Redaction(Collection<String> known) {
    this.known =
        known.stream()
            .map(String::strip)
            .filter(secret -> secret.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** The text without them. */
  public String of(String text) {
    String clean = text;
    for (String secret : known) {
      clean = clean.replace(secret, WITHHELD);
    }
    for (UnaryOperator<String> shape : SHAPES) {
      clean = shape.apply(clean);
    }
    return clean;
  }

  private static UnaryOperator<String> replacing(String pattern, String by) {
    Pattern compiled = Pattern.compile(pattern);
    String escaped = by.replace(WITHHELD, Matcher.quoteReplacement(WITHHELD));
    return text -> compiled.matcher(text).replaceAll(escaped);
  }
}
