package io.pumphouse.hal.reading;

import java.util.Arrays;
import java.util.Map;

/**
 * How often each sign was seen. Immutable.
 *
 * @param counts what was never seen may be left out
 */
public record Signs(Map<Sign, Long> counts) {
  public Signs {
    counts = Map.copyOf(counts);
  }

  /** How often any of these was seen. */
  public long of(Sign... signs) {
    return Arrays.stream(signs).mapToLong(sign -> counts.getOrDefault(sign, 0L)).sum();
  }

  /** How often anything was seen. */
  public long total() {
    return of(Sign.values());
  }
}
