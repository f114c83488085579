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
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

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
    return of(context, false);
  }

  /** The same; but a field may also be a list, and then its members come with commas between. */
  static Fields withLists(Context context) {
    return of(context, true);
  }

  private static Fields of(Context context, boolean mayBeLists) {
    String type = Optional.ofNullable(context.contentType()).orElse("");
    return type.startsWith("application/json") ? parse(context.body(), mayBeLists) : form(context);
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

  private static Fields parse(String body, boolean mayBeLists) {
    try (JsonParser json = FACTORY.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new BadRequestResponse("the body is no JSON object");
      }
      Fields fields = new Fields(members(json, mayBeLists));
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

  private static Map<String, String> members(JsonParser json, boolean mayBeLists)
      throws IOException {
    Map<String, String> values = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_ARRAY && mayBeLists) {
        values.put(name, list(json));
      } else if (scalar(value) != JsonToken.VALUE_NULL) {
        values.put(name, json.getText());
      }
    }
    return values;
  }

  private static String list(JsonParser json) throws IOException {
    StringJoiner members = new StringJoiner(",");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      scalar(json.currentToken());
      members.add(json.getText());
    }
    return members.toString();
  }

  private static JsonToken scalar(@Nullable JsonToken value) { // null at the end of the body
    if (value == null || !value.isScalarValue()) {
      throw new BadRequestResponse("a field of the body is no text and no number");
    }
    return value;
  }
}
