package io.pumphouse.agent.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code backups}: what lies on the media; does nothing itself. */
@Command(
    name = "backups",
    description = "What lies on the media that snapshots go to, and what to do with it.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      BackupsListCommand.class,
      BackupOrderCommand.Verify.class,
      BackupOrderCommand.Delete.class,
      BackupOrderCommand.Restore.class,
      BackupsWaitingCommand.Waiting.class,
      BackupsWaitingCommand.Withdraw.class,
      BackupOrderCommand.Eject.class
    })
public final class BackupsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
