package io.pumphouse.agent.scan;

import java.util.List;

/** What came of one attempt. */
sealed interface Sighting {
  /**
   * Nobody answered.
   *
   * @param noise what was heard instead of an answer, in words; empty if it was silent
   */
  record Nobody(String noise) implements Sighting {}

  /** The line cannot be used like this. */
  record NoLine(String cause, String next) implements Sighting {}

  /**
   * Somebody answers.
   *
   * @param candidates what it may be, the likeliest first; empty if it is none of our models
   * @param against why the other models are out
   */
  record Somebody(List<Candidate> candidates, List<String> against) implements Sighting {
    public Somebody {
      candidates = List.copyOf(candidates);
      against = List.copyOf(against);
    }
  }
}
