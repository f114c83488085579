package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.api.ApiNotes.Field;
import io.pumphouse.web.api.ApiNotes.Note;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.Route;
import java.io.IOException;
import java.util.List;

/** The pieces of an OpenAPI description. */
final class OpenApiParts {
  private static final String COMPONENTS =
      """
      {"securitySchemes":{\
      "token":{"type":"http","scheme":"bearer"},\
      "cookie":{"type":"apiKey","in":"cookie","name":"pumphouse"},\
      "form-key":{"type":"apiKey","in":"header","name":"X-CSRF-Token"}},\
      "schemas":{"problem":{"type":"object","properties":{\
      "type":{"type":"string"},"title":{"type":"string"},\
      "status":{"type":"integer"},"detail":{"type":"string"}}}}}\
      """;

  private OpenApiParts() {}

  /** Nobody need prove anything, or a token, or a cookie and beside it the key of a form. */
  static void security(JsonGenerator json, Route route) throws IOException {
    json.writeStartArray();
    if (route.need() == Need.PUBLIC || route.need() == Need.READER) {
      proof(json); // nothing; a reader only where web: read-access: is open
    }
    if (route.need() != Need.PUBLIC) {
      proof(json, "token");
      if (route.changes()) {
        proof(json, "cookie", "form-key");
      } else {
        proof(json, "cookie");
      }
    }
    json.writeEndArray();
  }

  private static void proof(JsonGenerator json, String... schemes) throws IOException {
    json.writeStartObject();
    for (String scheme : schemes) {
      json.writeArrayFieldStart(scheme);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  static void parameter(JsonGenerator json, String in, Field field) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", field.name());
    json.writeStringField("in", in);
    json.writeBooleanField("required", field.isNeeded());
    if (!field.meaning().isEmpty()) {
      json.writeStringField("description", field.meaning());
    }
    typed(json, "schema", field.type());
    json.writeEndObject();
  }

  static void body(JsonGenerator json, List<Field> fields) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("required", fields.stream().anyMatch(Field::isNeeded));
    json.writeObjectFieldStart("content");
    for (String media : List.of("application/json", "application/x-www-form-urlencoded")) {
      json.writeObjectFieldStart(media);
      json.writeObjectFieldStart("schema");
      json.writeStringField("type", "object");
      required(json, fields);
      json.writeObjectFieldStart("properties");
      for (Field field : fields) {
        json.writeObjectFieldStart(field.name());
        json.writeStringField("type", field.type());
        json.writeStringField("description", field.meaning());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void required(JsonGenerator json, List<Field> fields) throws IOException {
    json.writeArrayFieldStart("required");
    for (Field field : fields) {
      if (field.isNeeded()) {
        json.writeString(field.name());
      }
    }
    json.writeEndArray();
  }

  static void answers(JsonGenerator json, Route route, Note note) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("200");
    json.writeStringField("description", "What was asked for.");
    boolean isText = note.gives().equals("text");
    if (isText || note.gives().equals("archive")) {
      json.writeObjectFieldStart("content");
      json.writeObjectFieldStart(isText ? "text/plain" : "application/zip");
      json.writeEndObject();
      json.writeEndObject();
    } else if (!note.gives().equals("nothing")) {
      json.writeObjectFieldStart("content");
      json.writeObjectFieldStart("application/json");
      typed(json, "schema", note.gives());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndObject();
    refusal(json, "default", "What went wrong and what to do.");
    if (route.need() != Need.PUBLIC) {
      refusal(json, "401", "Log in, or show a token.");
      refusal(json, "403", "The role is not enough, or the form key is missing.");
    }
    json.writeEndObject();
  }

  private static void refusal(JsonGenerator json, String status, String words) throws IOException {
    json.writeObjectFieldStart(status);
    json.writeStringField("description", words);
    json.writeObjectFieldStart("content");
    json.writeObjectFieldStart(Problem.MEDIA_TYPE);
    json.writeObjectFieldStart("schema");
    json.writeStringField("$ref", "#/components/schemas/problem");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What the operations refer to. */
  static void components(JsonGenerator json) throws IOException {
    json.writeRawValue(COMPONENTS);
  }

  private static void typed(JsonGenerator json, String field, String type) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("type", type);
    json.writeEndObject();
  }
}
