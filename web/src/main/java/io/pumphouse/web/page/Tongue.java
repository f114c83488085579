package io.pumphouse.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A language the pages speak: its words, and how it writes numbers and dates. What a maker or a
 * technician's message says in English stays English and is marked so. Immutable.
 */
public final class Tongue {
  /** The language of everything that programs and logs read too. */
  public static final Tongue ENGLISH = read(Locale.UK, '.');

  /** The language of the brands' home market. */
  static final Tongue SWEDISH = read(Locale.of("sv", "SE"), ',');

  private final Locale locale;
  private final char decimalMark;
  private final Map<String, String> words;

  private Tongue(Locale locale, char decimalMark, Map<String, String> words) {
    this.locale = locale;
    this.decimalMark = decimalMark;
    this.words = words;
  }

  /** The language with this code ({@code sv}), or empty if the pages do not speak it. */
  public static Optional<Tongue> of(String code) {
    return switch (code) {
      case "en" -> Optional.of(ENGLISH);
      case "sv" -> Optional.of(SWEDISH);
      default -> Optional.empty();
    };
  }

  /** Its code, as {@code lang} attributes have it. */
  public String code() {
    return locale.getLanguage();
  }

  /** How it writes dates. */
  public Locale locale() {
    return locale;
  }

  /** What stands before the decimal places. */
  public char decimalMark() {
    return decimalMark;
  }

  Map<String, String> words() {
    return words;
  }

  /** The text of this key, with each {@code {0}}, {@code {1}}, … replaced. */
  public String say(String key, Object... with) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text is called " + key + " in " + code());
    }
    for (int at = 0; at < with.length; at++) {
      text = text.replace("{" + at + "}", String.valueOf(with[at]));
    }
    return text;
  }

  /** The text of this key, or these words where the language has no other. */
  public String sayOr(String key, String otherwise) {
    return words.getOrDefault(key, otherwise);
  }

  private static Tongue read(Locale locale, char decimalMark) {
    String file = "words_" + locale.getLanguage() + ".properties";
    try (InputStream in = Tongue.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return new Tongue(locale, decimalMark, words(in));
    } catch (IOException e) {
      throw new UncheckedIOException("read " + file, e);
    }
  }

  private static Map<String, String> words(InputStream in) throws IOException {
    Properties properties = new Properties();
    Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
    properties.load(text);
    return properties.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                entry -> (String) entry.getKey(), entry -> (String) entry.getValue()));
  }
}
