package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.BackupFate;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.model.StoredBackup;
import java.io.IOException;

/** What lies on the media as JSON. */
public final class MediaJson {
  private MediaJson() {}

  /** What would become of backups, and why. */
  public static String of(RetentionPreview.Foreseen foreseen) {
    return Json.object(
        json -> {
          json.writeStringField("held", foreseen.held());
          json.writeArrayFieldStart("backups");
          for (BackupFate fate : foreseen.fates()) {
            json.writeStartObject();
            fields(json, fate.backup());
            json.writeBooleanField("kept", fate.isKept());
            json.writeArrayFieldStart("reasons");
            for (String reason : fate.reasons()) {
              json.writeString(reason);
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
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
    json.writeArrayFieldStart("jobs");
    for (String job : medium.jobs()) {
      json.writeString(job);
    }
    json.writeEndArray();
    json.writeBooleanField("there", medium.isThere());
    json.writeStringField("trouble", medium.trouble());
    json.writeStringField("next", medium.next());
    json.writeNumberField("size", medium.size());
    json.writeNumberField("free", medium.free());
    json.writeArrayFieldStart("backups");
    for (StoredBackup backup : medium.backups()) {
      json.writeStartObject();
      fields(json, backup);
      json.writeEndObject();
    }
    json.writeEndArray();
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
  }
}
