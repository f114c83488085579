package io.pumphouse.agent.command;

import io.pumphouse.web.model.LogLine;
import io.pumphouse.web.model.LogLine.Level;
import io.pumphouse.web.model.LogLine.Source;
import io.pumphouse.web.model.Logs;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Sought;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code logs}: what the agent has noted of its doings. */
@Command(name = "logs", description = "What the agent has noted of its doings, the newest last.")
public final class LogsCommand implements AgentVerb {
  @Option(
      names = "--source",
      split = ",",
      paramLabel = "SOURCE",
      description = "Only agent, line, jobs or access; all but access if left out.")
  private List<Source> sources = List.of();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Only what is this grave or more: debug, info, warning or error.")
  private Level level = Level.DEBUG;

  @Option(names = "--job", paramLabel = "NAME", description = "Only of this backup job.")
  private String job = "";

  @Option(names = "--find", paramLabel = "WORDS", description = "Only what has these words in it.")
  private String words = "";

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      description = "So many at most, 1 to " + Logs.MOST + " (default: ${DEFAULT-VALUE}).")
  private int most = 50;

  @Override
  public int run(Desk desk, Terminal terminal) {
    if (most < 1 || most > Logs.MOST) {
      return terminal.misuse(
          most + " entries cannot be shown", "ask for 1 to " + Logs.MOST + ", or see the page Log");
    }
    try {
      List<LogLine> found = desk.logs().last(wish(), most);
      found.forEach(line -> terminal.out().println(line.plain()));
      if (found.isEmpty()) {
        terminal.out().println("nothing like that was noted");
      }
      return ExitCode.OK;
    } catch (IOException refused) {
      return terminal.fail(
          "the log could not be read: " + refused.getMessage(),
          "see the line log of pumphouse status, or: journalctl -u pumphouse");
    }
  }

  private Logs.Wish wish() {
    Set<Source> all = EnumSet.complementOf(EnumSet.of(Source.ACCESS));
    return new Logs.Wish(
        sources.isEmpty() ? all : Set.copyOf(sources), level, job, new Sought(words), Instant.MIN);
  }

  @Override
  public String whyAgent() {
    return "what it noted last is not on the disk yet";
  }

  /** Who came in from where is for owners alone. */
  @Override
  public Role need() {
    return sources.contains(Source.ACCESS) ? Role.OWNER : Role.VIEWER;
  }
}
