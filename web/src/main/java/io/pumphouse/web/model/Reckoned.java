package io.pumphouse.web.model;

import java.util.OptionalDouble;

/** A number worked out from what was stored, or why there is none. Never a default. */
public sealed interface Reckoned {
  /**
   * This much.
   *
   * @param amount finite, in the unit the owner of the figure says
   */
  record Known(double amount) implements Reckoned {
    public Known {
      if (!Double.isFinite(amount)) {
        throw new IllegalArgumentException("not a number: " + amount);
      }
    }
  }

  /**
   * There is no such number.
   *
   * @param why in words, for a person
   */
  record Unknown(String why) implements Reckoned {}

  /** The number, if there is one. */
  default OptionalDouble value() {
    return switch (this) {
      case Known(double amount) -> OptionalDouble.of(amount);
      case Unknown _ -> OptionalDouble.empty();
    };
  }

  /** Why there is no number; empty if there is one. */
  default String reason() {
    return switch (this) {
      case Known _ -> "";
      case Unknown(String why) -> why;
    };
  }
}
