package io.pumphouse.agent.clock;

import java.time.Instant;
import java.util.Optional;

/**
 * How the clock stands after the latest look. Immutable.
 *
 * @param believed the era that may be relied on, if it is known and everything before is put right
 * @param belief whom to believe
 * @param trouble why something could not be put right yet
 */
record Standing(Era believed, Belief belief, Optional<String> trouble) {
  static Standing atFirst(Era era) {
    return new Standing(era, new Belief(Instant.EPOCH), Optional.empty());
  }
}
