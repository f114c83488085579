package io.pumphouse.agent.backup.medium;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.agent.sqlite.Contents;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What vouches for the files of one snapshot. Immutable.
 *
 * @param origin whose snapshot it is
 * @param taken when it was finished, by the clock of its machine
 * @param isDated whether that clock was known to be right
 * @param entries its files
 * @param jobs the text of {@code jobs.yaml}; empty if there was none
 * @param settings the text of {@code settings.yaml}, likewise
 * @param aside what it tells besides, which nothing rests on
 */
public record Manifest(
    Origin origin,
    Instant taken,
    boolean isDated,
    List<Entry> entries,
    String jobs,
    String settings,
    Aside aside) {
  /** With which the name of each manifest ends. */
  public static final String SUFFIX = ".json";

  static final int FORMAT = 1;
  private static final JsonFactory JSON = new JsonFactory();

  public Manifest {
    entries = List.copyOf(entries);
  }

  /** One without settings, that tells nothing besides. */
  public Manifest(Origin origin, Instant taken, boolean isDated, List<Entry> entries, String jobs) {
    this(origin, taken, isDated, entries, jobs, "", Aside.NOTHING);
  }

  /**
   * What people like to know of a snapshot.
   *
   * @param newest when its newest reading was taken; {@link Instant#EPOCH} if that is not known
   * @param free what was free on the medium once it lay there, in bytes; negative if not known
   */
  public record Aside(Instant newest, long free) {
    static final Aside NOTHING = new Aside(Instant.EPOCH, -1);
  }

  /**
   * Who made a snapshot.
   *
   * @param agent its {@link Identity}; empty if it does not say
   * @param job the id of the job; empty if it does not say
   */
  public record Origin(String agent, String job) {}

  /**
   * One file.
   *
   * @param file its name on the medium
   * @param original what it is called in the folder of an agent: {@code readings.db}
   */
  public record Entry(String file, String original, long bytes, String sha256, Contents contents) {}

  /** How many bytes its files take. */
  public long bytes() {
    return entries.stream().mapToLong(Entry::bytes).sum();
  }

  /** As it stands on the medium. */
  public String text() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("format", FORMAT);
      json.writeStringField("agent", origin.agent());
      json.writeStringField("job", origin.job());
      json.writeStringField("taken", taken.toString());
      json.writeBooleanField("clock_sure", isDated);
      json.writeStringField("newest_reading", aside.newest().toString());
      json.writeNumberField("free_bytes", aside.free());
      json.writeArrayFieldStart("files");
      for (Entry entry : entries) {
        write(entry, json);
      }
      json.writeEndArray();
      json.writeStringField("jobs", jobs);
      json.writeStringField("settings", settings);
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void write(Entry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", entry.file());
    json.writeStringField("original", entry.original());
    json.writeNumberField("bytes", entry.bytes());
    json.writeStringField("sha256", entry.sha256());
    json.writeNumberField("application_id", entry.contents().application());
    json.writeNumberField("schema_version", entry.contents().version());
    json.writeObjectFieldStart("rows");
    for (Map.Entry<String, Long> table : entry.contents().rows().entrySet()) {
      json.writeNumberField(table.getKey(), table.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
