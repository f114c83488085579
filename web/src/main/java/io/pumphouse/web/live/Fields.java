package io.pumphouse.web.live;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a small JSON message says: texts, whole numbers, lists of texts; a field of an object inside
 * goes by both names, {@code range.from}. All else is passed over. Immutable.
 */
final class Fields {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<String>> lists = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();

  private Fields() {}

  /** Reads to the end of the object that was just begun. */
  static Fields read(JsonParser json) throws IOException {
    Fields fields = new Fields();
    fields.object(json, "");
    return fields;
  }

  private void object(JsonParser json, String prefix) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = prefix + json.currentName();
      switch (json.nextToken()) {
        case VALUE_STRING -> texts.put(field, json.getText());
        case VALUE_NUMBER_INT -> numbers.put(field, json.getText());
        case START_ARRAY -> lists.put(field, list(json));
        case START_OBJECT -> object(json, field + ".");
        default -> {} // nothing we ask for is anything else
      }
    }
  }

  private static List<String> list(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        texts.add(json.getText());
      }
      json.skipChildren();
    }
    return texts;
  }

  /** The text of this field; empty if it has none. */
  String text(String field) {
    return texts.getOrDefault(field, "");
  }

  /** The digits of this field; empty if it is no whole number. */
  String number(String field) {
    return numbers.getOrDefault(field, "");
  }

  /** The texts in this list; none if there is no such list. */
  List<String> texts(String field) {
    return List.copyOf(lists.getOrDefault(field, List.of()));
  }
}
