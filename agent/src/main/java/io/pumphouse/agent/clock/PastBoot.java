package io.pumphouse.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the clock went in an earlier run of the machine. Immutable.
 *
 * @param id the boot id
 * @param eras oldest first, never empty
 * @param seen the newest time since boot that is known of it
 * @param isMended whether everything that can be put right has been
 */
public record PastBoot(String id, List<Era> eras, Duration seen, boolean isMended) {
  public PastBoot {
    eras = List.copyOf(eras);
  }

  /** Whether the time was known at all in that boot. */
  boolean wasSure() {
    return eras.stream().anyMatch(Era::isSure);
  }

  /** The wall time of its start by its best setting: the latest known one, else the latest. */
  Instant zero() {
    return eras.reversed().stream().filter(Era::isSure).findFirst().orElse(eras.getLast()).zero();
  }
}
