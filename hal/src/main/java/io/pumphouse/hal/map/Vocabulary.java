package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Severity;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words a map file may use for one kind of thing. Immutable.
 *
 * @param kind what a person calls the kind: {@code type}
 * @param words each word and what it stands for, in the order to list them
 */
record Vocabulary<T>(String kind, Map<String, T> words) {
  static final Vocabulary<Directive> DIRECTIVES =
      of("directive", Directive.values(), Directive::word);
  static final Vocabulary<Wire> WIRES = of("wire", Wire.values(), Wire::word);
  static final Vocabulary<WordOrder> WORD_ORDERS =
      of("word order", WordOrder.values(), order -> kebab(order.name()));
  static final Vocabulary<Quirk> QUIRKS = of("quirk", Quirk.values(), Quirk::word);
  static final Vocabulary<Severity> SEVERITIES = of("severity", Severity.values(), Severity::word);
  static final Vocabulary<Space> SPACES = of("space", Space.values(), Space::word);
  static final Vocabulary<RegisterType> TYPES =
      of("type", RegisterType.values(), RegisterType::word);
  static final Vocabulary<Unit> UNITS = of("unit", Unit.values(), Unit::symbol);

  /** Whether the maker lets a register be written. */
  static final Vocabulary<Boolean> ACCESS =
      of("access", new Boolean[] {false, true}, isSetting -> isSetting ? "rw" : "r");

  static final Vocabulary<Metric> METRICS = of("metric", Metric.values(), Metric::key);

  /** The most words that a message can list and still be read. */
  private static final int MOST_LISTED = 30;

  Vocabulary {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  private static <T> Vocabulary<T> of(String kind, T[] values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> words.put(word.apply(value), value));
    return new Vocabulary<>(kind, words);
  }

  /** What the word stands for, if anything. */
  Optional<T> find(String word) {
    return Optional.ofNullable(words.get(word));
  }

  /** What the word stands for; if nothing, that is a problem and the answer is empty. */
  Optional<T> read(int line, String word, Problems problems) {
    Optional<T> value = find(word);
    if (value.isEmpty()) {
      problems.add(line, kind + " \"" + word + "\"", accepted(word));
    }
    return value;
  }

  private String accepted(String word) {
    List<String> known = words.keySet().stream().filter(choice -> !choice.isEmpty()).toList();
    String list = "known are " + String.join(", ", known);
    if (word.isEmpty()) {
      return list;
    }
    String guess = "did you mean \"" + Nearest.to(word, known) + "\"?";
    return known.size() > MOST_LISTED ? guess : guess + " " + list;
  }

  private static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
