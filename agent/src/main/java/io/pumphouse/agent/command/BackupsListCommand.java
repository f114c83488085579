package io.pumphouse.agent.command;

import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.StoredBackup;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backups list}: every medium and what lies there. */
@Command(name = "list", description = "Every medium, its free space, and the backups on it.")
final class BackupsListCommand implements AgentVerb {
  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Override
  public int run(Desk desk, Terminal terminal) {
    List<Medium> media = desk.backups().media().media();
    if (isJson) {
      String all =
          media.stream().map(desk.json().medium()).collect(Collectors.joining(",", "[", "]"));
      terminal.out().println(all);
    } else if (media.isEmpty()) {
      terminal.out().println("no job makes snapshots");
    } else {
      media.forEach(medium -> print(medium, terminal));
    }
    return ExitCode.OK;
  }

  private static void print(Medium medium, Terminal terminal) {
    String room =
        medium.isThere()
            ? "%d of %d MiB free".formatted(medium.free() >> 20, medium.size() >> 20)
            : "not there";
    terminal.out().println(medium.id() + ": " + medium.folder() + ", " + room);
    if (!medium.trouble().isEmpty()) {
      terminal.out().println("  " + medium.trouble() + "; " + medium.next());
    }
    if (!medium.backups().isEmpty()) {
      list(medium.backups(), terminal);
    }
  }

  /** A name must stay whole to be typed, so a narrow screen has it on a line of its own. */
  private static void list(List<StoredBackup> backups, Terminal terminal) {
    if (!terminal.isNarrow()) {
      table(backups).lines().forEach(line -> terminal.out().println("  " + line));
      return;
    }
    for (StoredBackup backup : backups) {
      terminal.out().println("  " + backup.id());
      terminal
          .out()
          .println(
              "    taken %s, %d KiB, job %s, %s"
                  .formatted(
                      backup.taken().truncatedTo(ChronoUnit.SECONDS),
                      backup.bytes() >> 10,
                      job(backup),
                      soundness(backup)));
    }
  }

  private static String job(StoredBackup backup) {
    return backup.job() + (backup.isOurs() ? "" : ", not of this agent");
  }

  private static String soundness(StoredBackup backup) {
    return backup.isSound()
        ? "verified " + backup.verified().truncatedTo(ChronoUnit.SECONDS)
        : "NOT SOUND: " + backup.trouble();
  }

  private static Table table(List<StoredBackup> backups) {
    Table table = new Table("BACKUP", "TAKEN", "KIB", "JOB", "VERIFIED");
    for (StoredBackup backup : backups) {
      table.row(
          backup.id(),
          backup.taken().truncatedTo(ChronoUnit.SECONDS).toString(),
          "" + (backup.bytes() >> 10),
          job(backup),
          backup.isSound()
              ? backup.verified().truncatedTo(ChronoUnit.SECONDS).toString()
              : "NOT SOUND: " + backup.trouble());
    }
    return table;
  }
}
