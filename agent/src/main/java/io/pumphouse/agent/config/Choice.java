package io.pumphouse.agent.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One of a few values, each written as one word. */
final class Choice {
  private Choice() {}

  static <T> Kind<T> of(List<T> values, Function<T, String> word) {
    return new Kind<>(
        Words.either(values.stream().map(word).toList()), text -> find(values, word, text));
  }

  private static <T> Optional<T> find(List<T> values, Function<T, String> word, String text) {
    return values.stream().filter(value -> word.apply(value).equals(text)).findFirst();
  }
}
