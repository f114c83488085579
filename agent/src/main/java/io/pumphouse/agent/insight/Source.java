package io.pumphouse.agent.insight;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Basis;
import io.pumphouse.web.model.Border;
import java.util.Set;
import java.util.function.Function;

/**
 * One way to know an energy.
 *
 * @param key for programs: {@code total_electricity}
 * @param words for people: what is taken in, what is assumed
 * @param border what it takes in
 * @param isEstimate whether something in it is assumed
 * @param isLive whether it follows the power from step to step, as a counter of whole kWh does not
 * @param registers what it reads
 * @param flow how
 */
record Source(
    String key,
    String words,
    Border border,
    boolean isEstimate,
    boolean isLive,
    Set<RegisterId> registers,
    Function<Piece, Flow> flow) {
  Source {
    registers = Set.copyOf(registers);
  }

  /** No way at all. */
  static Source none(String words) {
    return new Source("", words, Border.NONE, false, false, Set.of(), p -> Flow.none(p.steps()));
  }

  boolean isNone() {
    return border == Border.NONE;
  }

  Basis basis(double quality) {
    return new Basis(key, words, border, quality, isEstimate);
  }
}
