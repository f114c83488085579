package io.pumphouse.agent.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an import did. Immutable.
 *
 * @param lines how many lines were read
 * @param stored readings that are now stored, or would be
 * @param known readings that were there already
 * @param rounded readings whose value stood between two steps of their register
 * @param refused lines that could not be used
 * @param first the first of these, with line number and reason
 * @param ends the earliest and the latest of what was stored; empty if nothing was
 * @param trouble why it broke off; empty if it did not
 */
public record ImportReport(
    long lines,
    long stored,
    long known,
    long rounded,
    long refused,
    List<String> first,
    List<Instant> ends,
    String trouble) {
  public ImportReport {
    first = List.copyOf(first);
    ends = List.copyOf(ends);
  }

  /** The line for a person that says from when to when. */
  public Optional<String> range() {
    return ends.isEmpty()
        ? Optional.empty()
        : Optional.of(ends.getFirst() + " to " + ends.getLast());
  }
}
