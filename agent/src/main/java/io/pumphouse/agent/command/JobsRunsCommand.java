package io.pumphouse.agent.command;

import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobRuns;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jobs runs}: what became of jobs, also of deleted ones. */
@Command(name = "runs", description = "The newest runs, newest first; also of deleted jobs.")
final class JobsRunsCommand implements AgentVerb {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "JOB",
      description = "Only those of this job.")
  private String job = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many, up to 1000; 20 if left out.")
  private int limit = 20;

  @Option(
      names = "--before",
      paramLabel = "RUN",
      description = "Only those with a smaller number: the next page.")
  private long before = Long.MAX_VALUE;

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Override
  public int run(Desk desk, Terminal terminal) {
    int most = Math.clamp(limit, 1, JobRuns.MOST);
    List<JobRun> runs = desk.backups().runs().runs(job, before, most);
    if (isJson) {
      String all = runs.stream().map(desk.json().run()).collect(Collectors.joining(",", "[", "]"));
      terminal.out().println(all);
    } else {
      print(runs, terminal);
    }
    return ExitCode.OK;
  }

  static void print(List<JobRun> runs, Terminal terminal) {
    Table table = new Table("RUN", "JOB", "BEGAN", "STATE", "BYTES", "CAUSE", "NEXT STEP");
    for (JobRun run : runs) {
      table.row(
          "" + run.id(),
          run.job(),
          run.began().truncatedTo(ChronoUnit.SECONDS).toString(),
          JobsListCommand.state(run),
          "" + run.progress().bytes(),
          run.cause(),
          run.next());
    }
    terminal.print(table);
  }
}
