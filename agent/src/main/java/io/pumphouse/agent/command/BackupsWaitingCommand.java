package io.pumphouse.agent.command;

import io.pumphouse.web.model.Restoring;
import io.pumphouse.web.model.Role;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;

/** The verbs of {@code backups} about what is to be restored. */
final class BackupsWaitingCommand {
  private BackupsWaitingCommand() {}

  /** {@code backups waiting}. */
  @Command(name = "waiting", description = "What takes its place at the next start, and what did.")
  static final class Waiting implements AgentVerb {
    @Override
    public int run(Desk desk, Terminal terminal) {
      Restoring restoring = desk.backups().media().restoring();
      terminal
          .out()
          .println(
              restoring.isWaiting()
                  ? restoring.waiting()
                      + ", taken "
                      + restoring.taken().truncatedTo(ChronoUnit.SECONDS)
                      + ", takes its place at the next start; backups withdraw takes it back"
                  : "nothing waits to be restored");
      if (!restoring.last().isEmpty()) {
        terminal
            .out()
            .println(restoring.lastAt().truncatedTo(ChronoUnit.SECONDS) + ": " + restoring.last());
      }
      return ExitCode.OK;
    }
  }

  /** {@code backups withdraw}. */
  @Command(name = "withdraw", description = "Takes back what was to be restored at the next start.")
  static final class Withdraw implements AgentVerb {
    @Override
    public int run(Desk desk, Terminal terminal) {
      return JobOrderCommand.say(desk.backups().media().withdrawRestore(), terminal);
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }
}
