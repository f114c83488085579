package io.pumphouse.agent.scan;

import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.Terminal;
import java.util.List;

/** What a scan found, for people. Pure. */
public final class Report {
  private Report() {}

  /** Explains beside the result, so that the entry alone can be piped into a file. */
  public static int print(Scan.Found found, Terminal terminal) {
    found.candidates().forEach(candidate -> explain(candidate, terminal));
    List<Candidate> likeliest = found.likeliest();
    if (likeliest.size() > 1) {
      terminal.err().println("several models fit equally well; keep the entry of yours:");
    }
    terminal.out().println("pumps:");
    for (Candidate candidate : likeliest) {
      terminal.out().println("  " + (likeliest.size() > 1 ? "#" : "") + candidate.entry());
    }
    return ExitCode.OK;
  }

  private static void explain(Candidate candidate, Terminal terminal) {
    terminal
        .err()
        .println(
            candidate.model() + " (" + candidate.title() + "), " + candidate.points() + " points:");
    candidate.evidence().forEach(line -> terminal.err().println("  " + line));
  }
}
