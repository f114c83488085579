package io.pumphouse.agent.command;

import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobRecovery;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.Role;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jobs recovery}: what the end of an earlier agent interrupted. */
@Command(
    name = "recovery",
    description = {
      "The runs that the end of the agent or the machine interrupted.",
      "With --resume or --dismiss: all of them, or those of these numbers."
    })
final class JobsRecoveryCommand implements AgentVerb {
  @Option(names = "--resume", description = "Runs their jobs again.")
  private boolean isResumed;

  @Option(names = "--dismiss", description = "Takes them off the list, and changes nothing else.")
  private boolean isDismissed;

  @Parameters(arity = "0..*", paramLabel = "RUN", description = "The numbers of runs.")
  private List<Long> runs = new ArrayList<>();

  @Override
  public int run(Desk desk, Terminal terminal) {
    JobRecovery recovery = desk.backups().recovery();
    List<Long> chosen =
        recovery.interrupted().stream()
            .map(JobRun::id)
            .filter(id -> runs.isEmpty() || runs.contains(id))
            .toList();
    if (isResumed == isDismissed) {
      JobsRunsCommand.print(recovery.interrupted(), terminal);
      return ExitCode.OK;
    }
    List<JobAnswer> answers =
        isResumed ? recovery.resume(chosen, terminal.user()) : List.of(recovery.dismiss(chosen));
    return answers.stream()
        .mapToInt(answer -> JobOrderCommand.say(answer, terminal))
        .max()
        .orElse(ExitCode.OK);
  }

  @Override
  public Role need() {
    return isResumed || isDismissed ? Role.TECHNICIAN : Role.VIEWER;
  }
}
