package io.pumphouse.agent.command;

import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobRun;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jobs list}: every job, how its newest run stands, and when the next comes. */
@Command(name = "list", description = "Every job, its newest run and its next.")
final class JobsListCommand implements AgentVerb {
  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Override
  public int run(Desk desk, Terminal terminal) {
    List<JobCard> cards = desk.backups().jobs().list();
    if (isJson) {
      terminal
          .out()
          .println(
              cards.stream().map(desk.json().job()).collect(Collectors.joining(",", "[", "]")));
    } else {
      terminal.print(table(cards));
    }
    return ExitCode.OK;
  }

  private static Table table(List<JobCard> cards) {
    Table table = new Table("JOB", "TYPE", "NEWEST RUN", "BEGAN", "NEXT RUN");
    for (JobCard card : cards) {
      List<JobRun> latest = card.latest();
      table.row(
          card.job().id(),
          card.job().type().word(),
          latest.isEmpty() ? "never run" : state(latest.getFirst()),
          latest.isEmpty()
              ? ""
              : latest.getFirst().began().truncatedTo(ChronoUnit.SECONDS).toString(),
          next(card));
    }
    return table;
  }

  static String state(JobRun run) {
    String percent = run.progress().percent() < 0 ? "" : " " + run.progress().percent() + " %";
    return run.state().word()
        + (run.state().isEnded() ? "" : percent)
        + (run.isVerified() ? ", verified" : "");
  }

  static String next(JobCard card) {
    String overdue = card.isOverdue() ? ", overdue" : "";
    return switch (card.next()) {
      case JobCard.Next.At(var when) -> when + overdue;
      case JobCard.Next.NotPlanned(var why) -> why + overdue;
    };
  }
}
