package io.pumphouse.agent.backup.keep;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a job is told to keep: so many of each kind, {@code last} and those of the calendar.
 * Immutable.
 *
 * @param counts by the words behind {@code keep-} in {@code jobs.yaml}; without any, everything
 */
public record Policy(Map<String, Integer> counts) {
  /** So many sound ones stay whatever their age where {@code keep-last} says nothing. */
  public static final int USUAL_LAST = 3;

  /** The least that {@code keep-last} may say. */
  public static final int LEAST_LAST = 2;

  private static final String LAST = "last";

  public Policy {
    counts = Map.copyOf(counts);
  }

  /**
   * What is wrong with a policy.
   *
   * @param key the setting: {@code keep-last}
   * @param found what it says
   * @param accepted what it may say, and why
   */
  public record Fault(String key, String found, String accepted) {}

  /** Whether nothing ever goes. */
  public boolean isEverything() {
    return counts.isEmpty();
  }

  /** So many sound ones stay, whatever their age. */
  public int last() {
    return counts.getOrDefault(LAST, USUAL_LAST);
  }

  int of(Period period) {
    return counts.getOrDefault(period.word(), 0);
  }

  /**
   * Why nobody should be bound by it.
   *
   * @param isSnapshot whether the job lays one copy beside the other
   */
  public Optional<Fault> fault(boolean isSnapshot) {
    if (!isSnapshot && !counts.isEmpty()) {
      String word = new TreeMap<>(counts).firstKey();
      return Optional.of(
          fault(word, "nothing: only snapshots lie beside each other; this job has one copy"));
    }
    return counts.containsKey(LAST) && last() < LEAST_LAST
        ? Optional.of(
            fault(LAST, "2 or more: the only one left may turn out damaged the day it is needed"))
        : Optional.empty();
  }

  private Fault fault(String word, String accepted) {
    return new Fault("keep-" + word, "" + counts.get(word), accepted);
  }
}
