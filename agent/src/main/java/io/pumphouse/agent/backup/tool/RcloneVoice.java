package io.pumphouse.agent.backup.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What rclone prints with {@code --use-json-log --stats 1s}: one JSON object a line, some with
 * {@code stats}. Pure.
 */
public final class RcloneVoice {
  private static final Pattern MATCHING = Pattern.compile("(?:.*: )?([0-9]+) matching files");
  private static final JsonFactory JSON = new JsonFactory();

  private RcloneVoice() {}

  /** How far it is, if this line tells. */
  public static Optional<Tally> progress(String line) {
    Map<String, String> fields = fields(line);
    return fields.containsKey("stats.bytes")
        ? Optional.of(new Tally(number(fields, "stats.bytes"), number(fields, "stats.totalBytes")))
        : Optional.empty();
  }

  /** How many files a comparison found equal, if this line tells. */
  public static OptionalLong matching(String line) {
    Matcher matcher = MATCHING.matcher(words(line));
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /** What a person would read of this line; the line itself where it is no JSON. */
  public static String words(String line) {
    Map<String, String> fields = fields(line);
    String object = fields.getOrDefault("object", "");
    String message = fields.getOrDefault("msg", line).strip();
    return object.isEmpty() ? message : object + ": " + message;
  }

  /** Whether this line tells of an error. */
  public static boolean isError(String line) {
    Map<String, String> fields = fields(line);
    String level = fields.getOrDefault("level", "");
    return level.equals("error") || level.equals("critical") || fields.isEmpty();
  }

  private static long number(Map<String, String> fields, String name) {
    String text = fields.getOrDefault(name, "-1");
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  /** The scalars of the object and of {@code stats} in it; nothing if the line is no JSON. */
  private static Map<String, String> fields(String line) {
    Map<String, String> fields = new HashMap<>();
    if (!line.startsWith("{")) {
      return fields;
    }
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      read(parser, "", fields);
      return fields;
    } catch (JsonProcessingException _) {
      return Map.of(); // a panic or a usage text, which is shown as it is
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void read(JsonParser parser, String prefix, Map<String, String> fields)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && prefix.isEmpty() && name.equals("stats")) {
        read(parser, "stats.", fields);
      } else if (value.isStructStart()) {
        parser.skipChildren();
      } else {
        fields.put(prefix + name, parser.getText());
      }
    }
  }
}
