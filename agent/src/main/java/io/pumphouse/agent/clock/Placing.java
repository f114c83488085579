package io.pumphouse.agent.clock;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the boots belong in which the time was never known: after the boot before and before the
 * one after. One whose clock fits in between (most machines go on from the last time they saved)
 * stays as it is; the others are pushed as little as it takes. A guess, but in order. Pure.
 */
final class Placing {
  private Placing() {}

  /**
   * When each boot started, known or guessed, by its id.
   *
   * @param past oldest first
   * @param next when the boot after them started, which is known
   */
  static Map<String, Instant> starts(List<PastBoot> past, Instant next) {
    Map<String, Instant> latest = latestStarts(past, next);
    Map<String, Instant> starts = new LinkedHashMap<>();
    Instant earliest = Instant.EPOCH;
    for (PastBoot boot : past) {
      Instant start = boot.wasSure() ? boot.zero() : placed(boot, earliest, latest);
      starts.put(boot.id(), start);
      earliest = start.plus(boot.seen());
    }
    return starts;
  }

  /** So that there is room for all that came after. */
  private static Map<String, Instant> latestStarts(List<PastBoot> past, Instant next) {
    Map<String, Instant> latest = new LinkedHashMap<>();
    Instant end = next;
    for (PastBoot boot : past.reversed()) {
      Instant start = boot.wasSure() ? boot.zero() : end.minus(boot.seen());
      latest.put(boot.id(), start);
      end = start;
    }
    return latest;
  }

  private static Instant placed(PastBoot boot, Instant earliest, Map<String, Instant> latest) {
    Instant last = latest.getOrDefault(boot.id(), earliest);
    Instant start = boot.zero().isAfter(last) ? last : boot.zero();
    return start.isBefore(earliest) ? earliest : start;
  }

  /** The newest time that was known in an earlier boot; long ago if there is none. */
  static Instant newestSure(List<PastBoot> past) {
    return past.stream()
        .filter(PastBoot::wasSure)
        .map(boot -> boot.zero().plus(boot.seen()))
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
