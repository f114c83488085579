package io.pumphouse.agent.transfer;

import io.pumphouse.agent.command.ImportReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an import did so far. Confined to its thread. */
final class Counts {
  private static final int SHOWN = 10;

  private final List<String> first = new ArrayList<>();
  private long lines;
  private long stored;
  private long known;
  private long rounded;
  private long refused;
  private Instant earliest = Instant.MAX;
  private Instant latest = Instant.MIN;

  void line() {
    lines++;
  }

  void refuse(String reason) {
    refused++;
    if (first.size() < SHOWN) {
      first.add("line " + lines + ": " + reason);
    }
  }

  void round() {
    rounded++;
  }

  void known() {
    known++;
  }

  void stored(Instant at) {
    stored++;
    earliest = at.isBefore(earliest) ? at : earliest;
    latest = at.isAfter(latest) ? at : latest;
  }

  /**
   * @param trouble why it broke off; empty if it did not
   */
  ImportReport report(String trouble) {
    List<Instant> ends = stored == 0 ? List.of() : List.of(earliest, latest);
    return new ImportReport(lines, stored, known, rounded, refused, first, ends, trouble);
  }
}
