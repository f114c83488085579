package io.pumphouse.agent.config;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A kind of value: how its text is read.
 *
 * @param accepted which texts it accepts, in words, with an example
 * @param parser the value of an accepted text; empty for any other
 * @param advice what to write instead of a text that is not accepted
 */
record Kind<T>(
    String accepted, Function<String, Optional<T>> parser, UnaryOperator<String> advice) {
  Kind(String accepted, Function<String, Optional<T>> parser) {
    this(accepted, parser, _ -> accepted);
  }

  Optional<T> parse(String text) {
    return parser.apply(text);
  }
}
