package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.api.ApiNotes.Field;
import io.pumphouse.web.api.ApiNotes.Note;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.Route;
import io.pumphouse.web.route.RouteTable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The API described for programs, as OpenAPI 3.1, made from the route table: an address that is
 * answered is described, and none other, with whom it answers. Thread-safe.
 */
public final class OpenApi {
  private static final String PATH = "/api/v1/openapi.json";
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private final RouteTable table;
  private final String version;
  private final String base;

  /**
   * @param table what is described; it may still grow
   * @param version the agent's
   * @param base what stands before every address: {@code /pump}, or empty
   */
  public OpenApi(RouteTable table, String version, String base) {
    this.table = table;
    this.version = version;
    this.base = base;
  }

  /** Adds the address of the description. */
  public void addTo(RouteTable routes) {
    routes.get(Need.READER, PATH, context -> Api.stream(context, this::write));
  }

  private void write(JsonGenerator json) throws IOException {
    ApiNotes notes = ApiNotes.read();
    json.writeStartObject();
    json.writeStringField("openapi", "3.1.0");
    json.writeObjectFieldStart("info");
    json.writeStringField("title", "Pumphouse");
    json.writeStringField("version", version);
    json.writeEndObject();
    json.writeArrayFieldStart("servers");
    json.writeStartObject();
    json.writeStringField("url", base.isEmpty() ? "/" : base);
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("paths");
    for (var path : byPath().entrySet()) {
      json.writeObjectFieldStart(path.getKey());
      for (Route route : path.getValue()) {
        json.writeObjectFieldStart(route.method().name().toLowerCase(Locale.ROOT));
        operation(json, route, notes.of(route.name()).orElse(Note.NONE));
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeFieldName("components");
    OpenApiParts.components(json);
    json.writeEndObject();
  }

  private Map<String, List<Route>> byPath() {
    return table.routes().stream()
        .filter(OpenApi::isForPrograms)
        .collect(Collectors.groupingBy(Route::path, TreeMap::new, Collectors.toList()));
  }

  static boolean isForPrograms(Route route) {
    return route.path().startsWith("/api/") || route.path().equals("/healthz");
  }

  private static void operation(JsonGenerator json, Route route, Note note) throws IOException {
    json.writeStringField("summary", note.summary());
    json.writeStringField("x-need", route.need().name().toLowerCase(Locale.ROOT));
    json.writeFieldName("security");
    OpenApiParts.security(json, route);
    json.writeArrayFieldStart("parameters");
    for (MatchResult place : PLACE.matcher(route.path()).results().toList()) {
      OpenApiParts.parameter(json, "path", new Field(place.group(1), "string", true, ""));
    }
    for (Field field : note.query()) {
      OpenApiParts.parameter(json, "query", field);
    }
    json.writeEndArray();
    if (!note.body().isEmpty()) {
      json.writeFieldName("requestBody");
      OpenApiParts.body(json, note.body());
    }
    json.writeFieldName("responses");
    OpenApiParts.answers(json, route, note);
  }
}
