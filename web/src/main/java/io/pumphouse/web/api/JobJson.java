package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.util.Map;

/** Backup jobs and their runs as JSON objects. */
public final class JobJson {
  private JobJson() {}

  /** A job, its settings, and how it stands. */
  public static String of(JobCard card) {
    return Json.object(json -> fields(json, card));
  }

  static void fields(JsonGenerator json, JobCard card) throws IOException {
    json.writeStringField("id", card.job().id());
    json.writeObjectFieldStart("settings");
    for (Map.Entry<String, String> setting : card.settings().entrySet()) {
      json.writeStringField(setting.getKey(), setting.getValue());
    }
    json.writeEndObject();
    switch (card.next()) {
      case JobCard.Next.At(var when) -> json.writeStringField("next_run", when.toString());
      case JobCard.Next.NotPlanned(var why) -> {
        json.writeNullField("next_run");
        json.writeStringField("not_planned", why);
      }
    }
    json.writeBooleanField("overdue", card.isOverdue());
    json.writeArrayFieldStart("latest");
    for (JobRun run : card.latest()) {
      json.writeStartObject();
      fields(json, run);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** One run. */
  public static String run(JobRun run) {
    return Json.object(json -> fields(json, run));
  }

  /** The fields of a run, into an object that is open. */
  public static void fields(JsonGenerator json, JobRun run) throws IOException {
    json.writeNumberField("run_id", run.id());
    json.writeStringField("job_id", run.job());
    json.writeStringField("reason", run.reason());
    json.writeStringField("status", run.state().word());
    if (run.state() instanceof RunState.Running(var phase)) {
      json.writeStringField("phase", phase.word());
    } else {
      json.writeNullField("phase");
    }
    json.writeStringField("began", run.began().toString());
    json.writeStringField("changed", run.changed().toString());
    json.writeNumberField("attempts", run.attempts());
    number("percent", run.progress().percent(), json);
    number("bytes_transferred", run.progress().bytes(), json);
    number("total_bytes", run.progress().totalBytes(), json);
    number("speed_bytes", run.progress().speed(), json);
    number("eta_seconds", run.progress().etaSeconds(), json);
    json.writeBooleanField("verified", run.isVerified());
    json.writeStringField("cause", run.cause());
    json.writeStringField("next", run.next());
    json.writeStringField("log", run.log());
  }

  private static void number(String name, long value, JsonGenerator json) throws IOException {
    if (value == JobProgress.UNKNOWN) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
