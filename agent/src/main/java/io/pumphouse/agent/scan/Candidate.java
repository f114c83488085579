package io.pumphouse.agent.scan;

import java.util.List;

/**
 * A model that what answers may be.
 *
 * @param model the name in the configuration
 * @param title what is written on the pump
 * @param line how the line is set up: the inside of {@code line: {…}} in the configuration
 * @param points how much speaks for it: what fits less what does not
 * @param evidence what speaks for and against it, in words
 */
public record Candidate(
    String model, String title, String line, int points, List<String> evidence) {
  public Candidate {
    evidence = List.copyOf(evidence);
  }

  /** The entry of {@code pumps:} to paste. */
  public String entry() {
    return "- {id: house, model: %s, line: {%s}}".formatted(model, line);
  }
}
