package io.pumphouse.web.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The texts that the page's scripts need, as a script of their own, kept like any other asset. */
final class ScriptWords {
  private static final String PREFIX = "js.";
  private static final JsonFactory FACTORY = new JsonFactory();

  private ScriptWords() {}

  static String of(Tongue tongue) {
    return "window.words = " + json(tongue) + ";\n";
  }

  private static String json(Tongue tongue) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("decimal-mark", String.valueOf(tongue.decimalMark()));
      for (Map.Entry<String, String> word : new TreeMap<>(tongue.words()).entrySet()) {
        if (word.getKey().startsWith(PREFIX)) {
          json.writeStringField(word.getKey().substring(PREFIX.length()), word.getValue());
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("write JSON into memory", e);
    }
    return text.toString();
  }
}
