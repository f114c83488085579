package io.pumphouse.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code openapi.txt} tells of each address, which the route table cannot know: what it is
 * for, takes and gives. Read anew for each question, for nobody asks often. Immutable.
 */
final class ApiNotes {
  private static final Pattern FIELD =
      Pattern.compile("([?+]) ([a-z_-]+) (string|integer|array)(!?): (.+)");

  private final Map<String, Note> notes;

  private ApiNotes(Map<String, Note> notes) {
    this.notes = Map.copyOf(notes);
  }

  /**
   * One address.
   *
   * @param gives {@code object}, {@code array}, {@code text} or {@code nothing}
   */
  record Note(String summary, List<Field> query, List<Field> body, String gives) {
    static final Note NONE = new Note("", List.of(), List.of(), "object");

    Note {
      query = List.copyOf(query);
      body = List.copyOf(body);
    }
  }

  /**
   * A parameter of an address, or a field of a body.
   *
   * @param type as JSON Schema calls it
   */
  record Field(String name, String type, boolean isNeeded, String meaning) {}

  static ApiNotes read() {
    try (InputStream in = ApiNotes.class.getResourceAsStream("openapi.txt")) {
      if (in == null) {
        throw new IllegalStateException("openapi.txt is not on the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("read openapi.txt", e);
    }
  }

  /** What is told of this route, by its name; empty if nothing is. */
  Optional<Note> of(String route) {
    return Optional.ofNullable(notes.get(route));
  }

  private static ApiNotes parse(String text) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    List<String> under = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("  ")) {
        under.add(line.strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        under = new ArrayList<>();
        lines.put(line.strip(), under);
      }
    }
    Map<String, Note> notes = new LinkedHashMap<>();
    lines.forEach((name, about) -> notes.put(name, note(about)));
    return new ApiNotes(notes);
  }

  private static Note note(List<String> lines) {
    return new Note(
        lines.getFirst(),
        fields(lines, "?"),
        fields(lines, "+"),
        lines.getLast().replaceFirst("^= ", ""));
  }

  private static List<Field> fields(List<String> lines, String mark) {
    return lines.stream().filter(line -> line.startsWith(mark)).map(ApiNotes::field).toList();
  }

  private static Field field(String line) {
    Matcher field = FIELD.matcher(line);
    if (!field.matches()) {
      throw new IllegalStateException("openapi.txt: \"" + line + "\" is not like ? name string: …");
    }
    return new Field(field.group(2), field.group(3), !field.group(4).isEmpty(), field.group(5));
  }
}
