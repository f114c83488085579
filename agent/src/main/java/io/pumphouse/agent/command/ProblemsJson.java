package io.pumphouse.agent.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.agent.config.Problem;
import java.io.IOException;
import java.util.List;

/** What is wrong with a configuration, as a bare JSON array, for programs; empty if nothing is. */
final class ProblemsJson {
  private ProblemsJson() {}

  static String of(List<Problem> problems) {
    return JsonText.list(problems, ProblemsJson::write);
  }

  /** {@code line} is 0 where the file as a whole is meant, {@code key} empty where no key is. */
  private static void write(Problem problem, JsonGenerator json) throws IOException {
    json.writeStringField("file", problem.file());
    json.writeNumberField("line", problem.line());
    json.writeStringField("key", problem.key());
    json.writeStringField("found", problem.found());
    json.writeStringField("accepted", problem.accepted());
  }
}
