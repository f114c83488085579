package io.pumphouse.agent.command;

import io.pumphouse.web.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verbs of {@code backups} that name a backup or a medium. */
final class BackupOrderCommand {
  private BackupOrderCommand() {}

  /** {@code backups verify}. */
  @Command(name = "verify", description = "Reads a backup through where it lies.")
  static final class Verify implements AgentVerb {
    @Mixin private BackupOption backup = new BackupOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      return JobOrderCommand.say(desk.backups().media().verify(backup.name()), terminal);
    }

    @Override
    public Role need() {
      return Role.TECHNICIAN;
    }
  }

  /** {@code backups delete}. */
  @Command(name = "delete", description = "Deletes a backup.")
  static final class Delete implements AgentVerb {
    @Mixin private BackupOption backup = new BackupOption();

    @Option(
        names = "--force",
        description = "Also the last good one of its job, or one of another agent.")
    private boolean isForced;

    @Override
    public int run(Desk desk, Terminal terminal) {
      String who = terminal.user();
      return JobOrderCommand.say(
          desk.backups().media().delete(backup.name(), isForced, who), terminal);
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }

  /** {@code backups restore}. */
  @Command(
      name = "restore",
      description = {
        "Copies a backup beside the agent's files and checks it; the next start swaps it in.",
        "Without an agent, or from another folder: pumphouse restore."
      })
  static final class Restore implements AgentVerb {
    @Mixin private BackupOption backup = new BackupOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      return JobOrderCommand.say(desk.backups().media().restore(backup.name()), terminal);
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }

  /** {@code backups eject}. */
  @Command(name = "eject", description = "Unmounts a medium and says when it may be pulled.")
  static final class Eject implements AgentVerb {
    @Mixin private BackupOption medium = new BackupOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      String who = terminal.user();
      return JobOrderCommand.say(desk.backups().media().eject(medium.name(), who), terminal);
    }

    @Override
    public Role need() {
      return Role.TECHNICIAN;
    }
  }
}
