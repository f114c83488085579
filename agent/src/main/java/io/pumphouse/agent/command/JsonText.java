package io.pumphouse.agent.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What a command prints with {@code --json}, written in memory. */
public final class JsonText {
  private JsonText() {}

  /** Something that writes one JSON value. */
  @FunctionalInterface
  public interface Writing {
    /** Writes it; {@code json} is at the place where a value is due. */
    void to(JsonGenerator json) throws IOException;
  }

  /** Something that writes the fields of a thing. */
  @FunctionalInterface
  public interface Fields<T> {
    /** Writes them; {@code json} is inside the object they belong to. */
    void of(T thing, JsonGenerator json) throws IOException;
  }

  /** A bare array as text, with an object for each thing. */
  public static <T> String list(Iterable<T> things, Fields<T> fields) {
    return of(
        json -> {
          json.writeStartArray();
          for (T thing : things) {
            json.writeStartObject();
            fields.of(thing, json);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** The value as text; decimals without exponent, as people write them. */
  public static String of(Writing writing) {
    StringWriter text = new StringWriter();
    JsonFactory factory =
        JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    try (JsonGenerator json = factory.createGenerator(text)) {
      writing.to(json);
    } catch (IOException failure) {
      throw new UncheckedIOException("write JSON in memory", failure);
    }
    return text.toString();
  }

  /** A field that is a list of texts. */
  public static void texts(JsonGenerator json, String field, Iterable<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
