package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pumphouse.web.route.Route;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The description of the API against the route table. */
final class OpenApiTest {
  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void everyAddressForProgramsIsDescribedAndNoOther() throws Exception {
    assertThat(operations().keySet())
        .containsExactlyInAnyOrderElementsOf(
            forPrograms().stream().map(OpenApiTest::operation).toList());
  }

  @Test
  void everyAddressSaysWhatItIsForAndWhomItAnswers() throws Exception {
    Map<String, Map<String, String>> told = operations();
    for (Route route : forPrograms()) {
      assertThat(told.get(operation(route)))
          .as(operation(route) + " in web/api/openapi.txt")
          .containsEntry("x-need", route.need().name().toLowerCase(Locale.ROOT))
          .hasEntrySatisfying("summary", summary -> assertThat(summary).endsWith("."));
    }
  }

  @Test
  void nothingIsToldOfAddressesThatAreNotThere() throws Exception {
    List<String> routes = running.server.routes().stream().map(Route::name).toList();
    try (var notes = OpenApiTest.class.getResourceAsStream("/io/pumphouse/web/api/openapi.txt")) {
      assertThat(new String(notes.readAllBytes(), StandardCharsets.UTF_8).lines())
          .filteredOn(line -> line.matches("[A-Z]+ /.*"))
          .isSubsetOf(routes);
    }
  }

  @Test
  void whatChangesSomethingTellsItsBodyAndItsProofs() throws Exception {
    String write = between(description(), "/pumps/{pump}/write", "/pumps/{pump}/recordings");

    assertThat(write)
        .contains("\"required\":[\"value\",\"why\"]", "\"x-need\":\"technician\"")
        .contains("[{\"token\":[]},{\"cookie\":[],\"form-key\":[]}]")
        .contains("{\"name\":\"pump\",\"in\":\"path\",\"required\":true");
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf("\"/api/v1" + from);
    int end = text.indexOf("\"/api/v1" + to, start);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  private List<Route> forPrograms() {
    return running.server.routes().stream()
        .filter(route -> route.path().startsWith("/api/") || route.path().equals("/healthz"))
        .toList();
  }

  private static String operation(Route route) {
    return route.method().name().toLowerCase(Locale.ROOT) + " " + route.path();
  }

  private String description() throws Exception {
    return running.get("/api/v1/openapi.json").body();
  }

  /** The texts of each operation, by method and path. */
  private Map<String, Map<String, String>> operations() throws Exception {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    try (JsonParser json = new JsonFactory().createParser(description())) {
      while (json.nextToken() != null) {
        String[] at = json.getParsingContext().pathAsPointer().toString().split("/", -1);
        if (json.currentToken() == JsonToken.VALUE_STRING
            && at.length == 5
            && at[1].equals("paths")) {
          String path = at[2].replace("~1", "/");
          all.computeIfAbsent(at[3] + " " + path, _ -> new LinkedHashMap<>())
              .put(at[4], json.getText());
        }
      }
    }
    return all;
  }
}
