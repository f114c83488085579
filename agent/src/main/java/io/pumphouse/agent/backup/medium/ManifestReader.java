package io.pumphouse.agent.backup.medium;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pumphouse.agent.backup.medium.Manifest.Entry;
import io.pumphouse.agent.backup.medium.Manifest.Origin;
import io.pumphouse.agent.sqlite.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a manifest, which anybody may have written: it can name no file but those beside it. */
final class ManifestReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final long MOST_BYTES = 1L << 20;
  private static final Pattern ORIGINAL = Pattern.compile("[a-z0-9]+\\.(db|yaml)");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final String stem;
  private final Map<String, String> words = new TreeMap<>();
  private final List<Entry> entries = new ArrayList<>();

  private ManifestReader(String stem) {
    this.stem = stem;
  }

  /**
   * Reads the manifest of a snapshot.
   *
   * @param stem with which the names of its files begin
   * @throws IOException if it is none, or of a later format
   */
  static Manifest read(Path file, String stem) throws IOException {
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      throw new IOException("a link or folder is no file of a backup");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("too large for a manifest");
    }
    try (JsonParser json = JSON.createParser(file.toFile())) {
      return new ManifestReader(stem).read(json);
    } catch (DateTimeException | ArithmeticException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Manifest read(JsonParser json) throws IOException {
    begin(JsonToken.START_OBJECT, json.nextToken());
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.START_ARRAY && name.equals("files")) {
        files(json);
      } else {
        words.put(name, json.getText());
        json.skipChildren();
      }
    }
    if (!word("format").equals("" + Manifest.FORMAT)) {
      throw new IOException("of format \"" + word("format") + "\", this agent knows 1");
    }
    if (entries.isEmpty()) {
      throw new IOException("it names no files");
    }
    Origin origin = new Origin(word("agent"), word("job"));
    boolean isDated = word("clock_sure").equals("true");
    return new Manifest(
        origin,
        Instant.parse(word("taken")),
        isDated,
        entries,
        word("jobs"),
        word("settings"),
        aside());
  }

  /** Older manifests tell none of it, and a backup is not worse for what is wrong with it. */
  private Manifest.Aside aside() {
    try {
      return new Manifest.Aside(Instant.parse(word("newest_reading")), number(words, "free_bytes"));
    } catch (IOException | DateTimeException _) {
      return Manifest.Aside.NOTHING;
    }
  }

  private String word(String name) {
    return words.getOrDefault(name, "");
  }

  private void files(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> of = new TreeMap<>();
      SortedMap<String, Long> rows = new TreeMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.START_OBJECT && name.equals("rows")) {
          rows(json, rows);
        } else {
          of.put(name, json.getText());
          json.skipChildren();
        }
      }
      entries.add(entry(of, rows));
    }
  }

  private static void rows(JsonParser json, SortedMap<String, Long> rows) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String table = json.currentName();
      json.nextToken();
      rows.put(table, json.getLongValue());
    }
  }

  /** A manifest of before there was {@code original} has it in the name of the file. */
  private Entry entry(Map<String, String> of, SortedMap<String, Long> rows) throws IOException {
    String file = of.getOrDefault("file", "");
    String lead = stem + "-";
    String original =
        of.getOrDefault("original", file.startsWith(lead) ? file.substring(lead.length()) : "");
    String hash = of.getOrDefault("sha256", "");
    if (!ORIGINAL.matcher(original).matches()
        || !file.equals(lead + original)
        || !HASH.matcher(hash).matches()) {
      throw new IOException("it names \"" + file + "\", which is no file of " + stem);
    }
    Contents contents =
        new Contents(number(of, "application_id"), number(of, "schema_version"), rows);
    return new Entry(file, original, number(of, "bytes"), hash, contents);
  }

  private static long number(Map<String, String> of, String name) throws IOException {
    String text = of.getOrDefault(name, "");
    if (!text.matches("-?[0-9]{1,18}")) {
      throw new IOException(name + " is no number");
    }
    return Long.parseLong(text);
  }

  private static void begin(JsonToken wanted, JsonToken found) throws IOException {
    if (found != wanted) {
      throw new IOException("it is no JSON object");
    }
  }
}
