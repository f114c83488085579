package io.pumphouse.agent.command;

import io.pumphouse.web.model.BackupFate;
import io.pumphouse.web.model.FateReason;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.model.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jobs retention-preview}: what would go, what stays, and why. */
@Command(
    name = "retention-preview",
    description = "Says which backups the next good run would delete, and why each other stays.")
final class JobsRetentionCommand implements AgentVerb {
  @Mixin private JobOption job = new JobOption();

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Override
  public int run(Desk desk, Terminal terminal) {
    return switch (desk.backups().media().retentionPreview(job.id())) {
      case RetentionPreview.Unknown(var cause, var next) -> terminal.fail(cause, next);
      case RetentionPreview.Foreseen foreseen -> {
        if (isJson) {
          terminal.out().println(desk.json().retention().apply(foreseen));
        } else {
          print(foreseen, terminal);
        }
        yield ExitCode.OK;
      }
    };
  }

  private static void print(RetentionPreview.Foreseen foreseen, Terminal terminal) {
    terminal.out().println("after a good run at " + seconds(foreseen.run()) + ", which adds one:");
    Table table = new Table("BACKUP", "TAKEN", "KIB", "FATE", "WHY");
    for (BackupFate fate : foreseen.fates()) {
      table.row(
          fate.backup().id(),
          seconds(fate.backup().taken()),
          "" + (fate.backup().bytes() >> 10),
          fate.isKept() ? "stays" : "goes",
          fate.reasons().stream().map(FateReason::text).collect(Collectors.joining("; ")));
    }
    terminal.print(table);
    if (!foreseen.held().isEmpty()) {
      terminal.out().println("nothing goes now: " + foreseen.held());
    }
  }

  private static String seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Override
  public Role need() {
    return Role.TECHNICIAN;
  }
}
