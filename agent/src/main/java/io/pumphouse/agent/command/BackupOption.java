package io.pumphouse.agent.command;

import picocli.CommandLine.Parameters;

/** The backup or the medium that a verb of {@code backups} is about. */
final class BackupOption {
  @Parameters(index = "0", paramLabel = "NAME", description = "As backups list names it.")
  private String name = "";

  String name() {
    return name;
  }
}
