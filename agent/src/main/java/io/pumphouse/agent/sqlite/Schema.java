package io.pumphouse.agent.sqlite;

import java.util.List;

/**
 * How a file came to look as it does: step <i>n</i> leads from version <i>n</i> to <i>n</i> + 1,
 * and a new file takes them all. A released step never changes; a new version is a new step.
 * Immutable.
 *
 * @param steps the statements of each step
 */
public record Schema(List<List<String>> steps) {
  public Schema {
    steps = steps.stream().map(List::copyOf).toList();
  }

  /** The version of a file that took all steps. */
  public int version() {
    return steps.size();
  }
}
