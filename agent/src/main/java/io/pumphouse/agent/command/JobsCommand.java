package io.pumphouse.agent.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jobs}: the backup jobs; does nothing itself. */
@Command(
    name = "jobs",
    description = "The backup jobs: what they are, how they went, and running them.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      JobsListCommand.class,
      JobsShowCommand.class,
      JobsCreateCommand.class,
      JobsEditCommand.class,
      JobOrderCommand.Start.class,
      JobOrderCommand.Pause.class,
      JobOrderCommand.Resume.class,
      JobOrderCommand.Cancel.class,
      JobOrderCommand.Delete.class,
      JobOrderCommand.DryRun.class,
      JobOrderCommand.TestDestination.class,
      JobOrderCommand.Enable.class,
      JobOrderCommand.Disable.class,
      JobOrderCommand.Duplicate.class,
      JobsRunsCommand.class,
      JobsLogCommand.class,
      JobsRecoveryCommand.class,
      JobsRetentionCommand.class
    })
public final class JobsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
