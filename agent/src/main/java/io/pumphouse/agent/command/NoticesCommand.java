package io.pumphouse.agent.command;

import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.Role;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code notices}: who is told of backup runs; does nothing itself. */
@Command(
    name = "notices",
    description = "Who is told of backup runs, as notices.yaml in the data folder says.",
    synopsisSubcommandLabel = "VERB",
    subcommands = NoticesCommand.Trial.class)
public final class NoticesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code notices test}. */
  @Command(name = "test", description = "Sends a trial to each receiver, and says who took it.")
  static final class Trial implements AgentVerb {
    @Override
    public int run(Desk desk, Terminal terminal) {
      List<JobAnswer> answers = desk.backups().notices().test();
      if (answers.isEmpty()) {
        return terminal.fail("nobody is to be told", "write notices.yaml; see docs/backups.md");
      }
      int worst = ExitCode.OK;
      for (JobAnswer answer : answers) {
        worst = Math.max(worst, JobOrderCommand.say(answer, terminal));
      }
      return worst;
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }
}
