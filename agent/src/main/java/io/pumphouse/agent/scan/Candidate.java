package io.pumphouse.agent.scan;

import io.pumphouse.hal.line.Wiring;
import java.util.List;

/**
 * A model that what answers may be.
 *
 * @param model the name in the configuration
 * @param title what is written on the pump
 * @param wiring how the line is set up
 * @param unit its number there
 * @param points how much speaks for it: what fits less what does not
 * @param evidence what speaks for and against it, in words
 */
public record Candidate(
    String model, String title, Wiring wiring, int unit, int points, List<String> evidence) {
  public Candidate {
    evidence = List.copyOf(evidence);
  }

  /** The entry of {@code pumps:} to paste. */
  public String entry() {
    return "- {id: house, model: %s, line: {%s, unit: %d}}"
        .formatted(model, Settings.keys(wiring), unit);
  }
}
