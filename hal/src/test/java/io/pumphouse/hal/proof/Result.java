package io.pumphouse.hal.proof;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param exchanges how many questions were asked
 * @param tally what was believed
 * @param pranks how often each prank was played
 * @param damaged how many answers were damaged
 * @param wholeByChance how many of them were still whole by their own marks
 */
record Result(
    long exchanges, Tally tally, Map<Prank, Long> pranks, long damaged, long wholeByChance) {
  Result {
    pranks = Map.copyOf(pranks);
  }

  @Override
  public String toString() {
    return """
        %d exchanges, %s
          %d values believed, %d registers without one
          %d wrong
          %d out of damaged frames that were whole by their own marks (%d of %d damaged answers)
          %d later than the documented bound
          first poll after the faults lame %d times of %d, the second %d times"""
        .formatted(
            exchanges,
            new TreeMap<>(pranks),
            tally.believed(),
            tally.without(),
            tally.wrong(),
            tally.undetectable(),
            wholeByChance,
            damaged,
            tally.tooLate(),
            tally.lame(),
            tally.storms(),
            tally.lost());
  }
}
