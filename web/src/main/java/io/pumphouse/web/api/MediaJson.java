package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.BackupFate;
import io.pumphouse.web.model.Chore;
import io.pumphouse.web.model.FateReason;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.Restoring;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.model.StoredBackup;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What lies on the media as JSON. */
public final class MediaJson {
  private MediaJson() {}

  /** What would become of backups, and why. */
  public static String of(RetentionPreview.Foreseen foreseen) {
    return Json.object(
        json -> {
          json.writeStringField("run", foreseen.run().toString());
          json.writeStringField("held", foreseen.held());
          json.writeFieldName("backups");
          Json.array(json, foreseen.fates(), MediaJson::fate);
        });
  }

  private static void fate(JsonGenerator json, BackupFate fate) throws IOException {
    fields(json, fate.backup());
    json.writeBooleanField("kept", fate.isKept());
    json.writeFieldName("reasons");
    Json.texts(json, fate.reasons().stream().map(FateReason::text).toList());
  }

  /** A medium and what lies there. */
  public static String of(Medium medium) {
    return Json.object(json -> fields(json, medium));
  }

  /** One backup. */
  public static String of(StoredBackup backup) {
    return Json.object(json -> fields(json, backup));
  }

  static void fields(JsonGenerator json, Medium medium) throws IOException {
    json.writeStringField("id", medium.id());
    json.writeStringField("folder", medium.folder());
    json.writeFieldName("jobs");
    Json.texts(json, medium.jobs());
    json.writeBooleanField("there", medium.isThere());
    json.writeBooleanField("removable", medium.isRemovable());
    json.writeStringField("trouble", medium.trouble());
    json.writeStringField("next", medium.next());
    json.writeNumberField("size", medium.size());
    json.writeNumberField("free", medium.free());
    json.writeFieldName("backups");
    Json.array(json, medium.backups(), (to, backup) -> fields(to, backup));
  }

  static void fields(JsonGenerator json, StoredBackup backup) throws IOException {
    json.writeStringField("id", backup.id());
    json.writeStringField("medium", backup.medium());
    json.writeStringField("job_id", backup.job());
    json.writeBooleanField("ours", backup.isOurs());
    json.writeStringField("taken", backup.taken().toString());
    json.writeStringField("verified", backup.verified().toString());
    json.writeNumberField("bytes", backup.bytes());
    json.writeStringField("trouble", backup.trouble());
    json.writeStringField("agent", backup.inside().agent());
    moment(json, "newest_reading", backup.inside().newest());
    json.writeNumberField("rows", backup.inside().rows());
    json.writeObjectFieldStart("versions");
    for (Map.Entry<String, Long> each : backup.inside().versions().entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    long free = backup.inside().free();
    if (free < 0) {
      json.writeNullField("free_then");
    } else {
      json.writeNumberField("free_then", free);
    }
  }

  /** What waits, what was restored last, and what is done with media now or was last. */
  static String of(Restoring restoring, List<Chore> chores) {
    return Json.object(
        json -> {
          json.writeStringField("waiting", restoring.waiting());
          moment(json, "taken", restoring.taken());
          json.writeStringField("last", restoring.last());
          moment(json, "last_at", restoring.lastAt());
          json.writeFieldName("chores");
          Json.array(json, chores, MediaJson::chore);
        });
  }

  private static void chore(JsonGenerator json, Chore chore) throws IOException {
    json.writeStringField("kind", chore.kind().word());
    json.writeStringField("about", chore.about());
    json.writeStringField("began", chore.began().toString());
    json.writeNumberField("bytes", chore.bytes());
    json.writeNumberField("total_bytes", chore.total());
    json.writeFieldName("answers");
    Json.texts(json, chore.answers().stream().map(RunsApi::words).toList());
  }

  /** Null where nobody knows. */
  private static void moment(JsonGenerator json, String name, Instant at) throws IOException {
    if (at.equals(Instant.EPOCH)) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, at.toString());
    }
  }
}
