package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody filled in: the fields of a form, or the texts and numbers of a flat JSON object.
 * Immutable.
 *
 * @param values by the names of the fields
 */
public record Fields(Map<String, String> values) {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .recyclerPool(JsonRecyclerPools.newBoundedPool(4))
          .build();

  public Fields {
    values = Map.copyOf(values);
  }

  /**
   * What the body of this request holds; nothing if it has none.
   *
   * @throws BadRequestResponse if it is no flat object; what was sent is not repeated, for it may
   *     hold a password
   */
  public static Fields of(Context context) {
    String type = Optional.ofNullable(context.contentType()).orElse("");
    return type.startsWith("application/json") ? parse(context.body()) : form(context);
  }

  /** What was filled in; empty if nothing was. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  private static Fields form(Context context) {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, List<String>> field : context.formParamMap().entrySet()) {
      field.getValue().stream().limit(1).forEach(value -> values.put(field.getKey(), value));
    }
    return new Fields(values);
  }

  private static Fields parse(String body) {
    try (JsonParser json = FACTORY.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new BadRequestResponse("the body is no JSON object");
      }
      Fields fields = new Fields(members(json));
      if (json.nextToken() != null) {
        throw new BadRequestResponse("there is more after the object");
      }
      return fields;
    } catch (JsonProcessingException _) {
      throw new BadRequestResponse("the body is not JSON"); // its words would quote the body
    } catch (IOException e) {
      throw new UncheckedIOException("read JSON in memory", e);
    }
  }

  private static Map<String, String> members(JsonParser json) throws IOException {
    Map<String, String> values = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value == null || !value.isScalarValue()) {
        throw new BadRequestResponse("a field of the body is no text and no number");
      }
      if (value != JsonToken.VALUE_NULL) {
        values.put(name, json.getText());
      }
    }
    return values;
  }
}
