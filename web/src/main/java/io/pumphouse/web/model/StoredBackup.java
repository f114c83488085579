package io.pumphouse.web.model;

import java.time.Instant;

/**
 * A backup as it lies on a medium, by what its manifest there says. Immutable.
 *
 * @param id names it in addresses: the id of the medium, a dot, and the name of its manifest
 * @param medium the id of the {@link Medium} it lies on
 * @param job the id of the job that made it; empty if it does not say
 * @param isOurs whether this agent made it, and not another
 * @param taken when it was made
 * @param verified when it was last read back from the medium and found sound; its making, at first
 * @param bytes what its files take
 * @param trouble why it cannot be restored, as far as is known; empty if nothing is
 */
public record StoredBackup(
    String id,
    String medium,
    String job,
    boolean isOurs,
    Instant taken,
    Instant verified,
    long bytes,
    String trouble) {
  /** Whether nothing is known against it. */
  public boolean isSound() {
    return trouble.isEmpty();
  }
}
