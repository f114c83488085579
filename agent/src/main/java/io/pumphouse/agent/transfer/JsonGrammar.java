package io.pumphouse.agent.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** One flat JSON object a line, as our own export writes it. */
final class JsonGrammar implements Grammar {
  private final JsonFactory factory = new JsonFactory();

  @Override
  public Parsed parse(String line) {
    if (line.isBlank()) {
      return new Parsed.Aside();
    }
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = factory.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return new Parsed.Wrong("the line is no JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (!json.nextToken().isScalarValue()) {
          return new Parsed.Wrong(name + " is no single value");
        }
        fields.put(name, json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText());
      }
      return new Parsed.Found(row(fields));
    } catch (IOException broken) {
      return new Parsed.Wrong("no JSON: " + String.valueOf(broken.getMessage()).split("\n", 2)[0]);
    }
  }

  private static Row row(Map<String, String> fields) {
    return new Row(
        fields.getOrDefault("time", ""),
        fields.getOrDefault("pump", ""),
        fields.getOrDefault("metric", ""),
        fields.getOrDefault("register", ""),
        fields.getOrDefault("value", ""),
        fields.getOrDefault("unit", ""),
        fields.getOrDefault("state", ""),
        fields.getOrDefault("reason", ""),
        fields.getOrDefault("raw", ""));
  }
}
