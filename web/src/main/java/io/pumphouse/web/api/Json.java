package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON as a stream, without reflection. Thread-safe. */
public final class Json {
  // The default pool hangs a buffer on every thread, which virtual threads would make anew each
  // time.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .recyclerPool(JsonRecyclerPools.newBoundedPool(4))
          .build();

  private Json() {}

  /** Something that writes itself as one JSON value, or as fields of an open object. */
  @FunctionalInterface
  public interface Part {
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** The text of one JSON value. */
  public static String text(Part value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      value.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("write JSON in memory", e);
    }
    return text.toString();
  }

  /** Writes one JSON value piece by piece, and leaves the stream open. */
  static void writeTo(OutputStream stream, Part value) {
    try (JsonGenerator json = FACTORY.createGenerator(stream)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      value.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("write JSON to a client", e);
    }
  }

  /** Something of which each writes its fields into an open object. */
  @FunctionalInterface
  interface Row<T> {
    void fields(JsonGenerator json, T of) throws IOException;
  }

  /** Writes an array of objects. */
  static <T> void array(JsonGenerator json, Iterable<T> all, Row<? super T> row)
      throws IOException {
    json.writeStartArray();
    for (T each : all) {
      json.writeStartObject();
      row.fields(json, each);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes an array of texts. */
  static void texts(JsonGenerator json, Iterable<String> all) throws IOException {
    json.writeStartArray();
    for (String each : all) {
      json.writeString(each);
    }
    json.writeEndArray();
  }

  /** The text of an object with these fields. */
  public static String object(Part fields) {
    return text(
        json -> {
          json.writeStartObject();
          fields.writeTo(json);
          json.writeEndObject();
        });
  }
}
