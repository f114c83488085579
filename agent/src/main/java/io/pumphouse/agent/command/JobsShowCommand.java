package io.pumphouse.agent.command;

import io.pumphouse.web.model.JobCard;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jobs show}: the settings of a job and its newest runs. */
@Command(name = "show", description = "The settings of a job and how its newest runs went.")
final class JobsShowCommand implements AgentVerb {
  private static final int RUNS = 10;

  @Mixin private JobOption job = new JobOption();

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Override
  public int run(Desk desk, Terminal terminal) {
    Optional<JobCard> card = desk.backups().jobs().job(job.id());
    if (card.isEmpty()) {
      return terminal.fail("there is no job \"" + job.id() + "\"", "look at: pumphouse jobs list");
    }
    if (isJson) {
      terminal.out().println(desk.json().job().apply(card.get()));
    } else {
      print(desk, card.get(), terminal);
    }
    return ExitCode.OK;
  }

  private void print(Desk desk, JobCard card, Terminal terminal) {
    card.settings().forEach((key, value) -> terminal.out().println(key + ": " + value));
    terminal.out().println("next run: " + JobsListCommand.next(card));
    terminal.out().println();
    JobsRunsCommand.print(desk.backups().runs().runs(job.id(), Long.MAX_VALUE, RUNS), terminal);
  }
}
