package io.pumphouse.hal.h66;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands in an answer, as far as it is of use here. Immutable. */
sealed interface Json {
  /** As people are told that it is no number: shortened. */
  default String words() {
    return switch (this) {
      case Thing _ -> "an object";
      case Amount(String digits) -> digits;
      case Text(String text) ->
          '"' + (text.length() > 20 ? text.substring(0, 20) + "…" : text) + '"';
      case Other(String what) -> what;
    };
  }

  /** An object; its members in the order of the answer. */
  record Thing(Map<String, Json> members) implements Json {
    public Thing {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** A number, as it is written. */
  record Amount(String digits) implements Json {}

  record Text(String text) implements Json {}

  /**
   * Nothing that is looked for.
   *
   * @param what in words: {@code null}, {@code a list}
   */
  record Other(String what) implements Json {}
}
