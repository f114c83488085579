package io.pumphouse.agent.config;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.reading.RegisterId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Registers that are never written, whatever the configuration says. Pure. */
public final class Withheld {
  /**
   * NIBE's: compressor frequency limits, floor drying, start guide and operating mode, forced and
   * external control (S: rz4bz4/nibe-lokal, docs/registers.md), and what of these an F has under
   * numbers of its own. The shipped maps say so themselves; this holds for a user's own map of a
   * NIBE too, and no other make numbers like that.
   */
  private static final Set<String> NIBE =
      Stream.of(
              IntStream.of(40089, 40090, 40096),
              IntStream.rangeClosed(40121, 40135),
              IntStream.rangeClosed(42741, 42744),
              IntStream.of(45001, 45009, 45010),
              IntStream.of(47103, 47104, 47138),
              IntStream.rangeClosed(47276, 47290))
          .flatMapToInt(ids -> ids)
          .mapToObj(Integer::toString)
          .collect(Collectors.toUnmodifiableSet());

  private Withheld() {}

  /** Whether writing this register can harm the pump or the house. */
  public static boolean isNeverWritten(Model model, RegisterId register) {
    return model.neverWrite().contains(register) || NIBE.contains(register.name());
  }
}
