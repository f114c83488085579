package io.pumphouse.agent.config;

import java.util.List;

/** How reading the configuration ended. */
public sealed interface Loaded {
  /** The file is right from the first line to the last. */
  record Valid(Config config) implements Loaded {}

  /**
   * The file cannot be used.
   *
   * @param problems everything that is wrong with it, at least one, in line order
   */
  record Wrong(List<Problem> problems) implements Loaded {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
