package io.pumphouse.agent.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.agent.doctor.Report;
import io.pumphouse.web.model.Doctor.Sign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: everything a technician would look at, and a bundle for somebody far away. */
@Command(
    name = "doctor",
    description = {
      "Looks at everything: well, to look at, or bad, with cause and next step.",
      "Asks the running agent, and looks by itself where none runs. Reads the stored files through,"
          + " which takes up to minutes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all is well", "1:something to look at", "2:something is bad"})
public final class DoctorCommand implements AgentVerb {
  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Option(
      names = "--bundle",
      paramLabel = "FILE",
      description = "Writes a zip archive besides: what it saw, configuration, logs; no secrets.")
  private String bundle = "";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "/etc/pumphouse/pumphouse.yaml",
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("");

  @Override
  public int run(Desk desk, Terminal terminal) {
    if (!bundle.isEmpty()) {
      return terminal.misuse(
          "a bundle is written by the shell, not by the agent",
          "pumphouse doctor --bundle FILE at a shell, or GET /api/v1/doctor/bundle");
    }
    return print(desk.doctor().examine(), terminal);
  }

  /** Prints what was seen; returns the exit code. */
  public int print(List<Sign> signs, Terminal terminal) {
    Report report = new Report(signs);
    terminal
        .out()
        .print(isJson ? JsonText.list(signs, DoctorCommand::write) + "\n" : report.text());
    return report.exitCode();
  }

  /** What to ask the agent for it. */
  public List<String> question() {
    return isJson ? List.of("doctor", "--json") : List.of("doctor");
  }

  /** Where the bundle is to go; empty if none is wanted. */
  public String bundle() {
    return bundle;
  }

  /** The configuration where no agent runs, and for the bundle. */
  public Path config() {
    return config;
  }

  private static void write(Sign sign, JsonGenerator json) throws IOException {
    json.writeStringField("name", sign.name());
    json.writeStringField("grade", sign.grade().name().toLowerCase(Locale.ROOT));
    json.writeStringField("cause", sign.cause());
    json.writeStringField("next", sign.next());
  }
}
