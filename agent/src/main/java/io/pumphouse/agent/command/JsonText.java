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
