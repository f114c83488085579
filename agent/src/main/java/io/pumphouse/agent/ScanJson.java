package io.pumphouse.agent;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.agent.command.JsonText;
import io.pumphouse.agent.scan.Candidate;
import java.io.IOException;
import java.util.List;

/** What a scan found, as a bare JSON array, the likeliest first, for programs. */
final class ScanJson {
  private ScanJson() {}

  static String of(List<Candidate> candidates) {
    return JsonText.list(candidates, ScanJson::write);
  }

  private static void write(Candidate candidate, JsonGenerator json) throws IOException {
    json.writeStringField("model", candidate.model());
    json.writeStringField("title", candidate.title());
    json.writeNumberField("points", candidate.points());
    json.writeStringField("line", "{" + candidate.line() + "}");
    json.writeStringField("entry", candidate.entry());
    JsonText.texts(json, "evidence", candidate.evidence());
  }
}
