package io.pumphouse.web.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param inside what it holds
 */
public record StoredBackup(
    String id,
    String medium,
    String job,
    boolean isOurs,
    Instant taken,
    Instant verified,
    long bytes,
    String trouble,
    Inside inside) {
  /**
   * What it holds, and what it tells besides.
   *
   * @param agent the word by which an agent knows its own; empty if it does not say
   * @param newest when its newest reading was taken; {@link Instant#EPOCH} if it does not say
   * @param rows of all its tables
   * @param versions the schema of each of its databases
   * @param free what was free on the medium once it lay there, in bytes; negative if not known
   */
  public record Inside(
      String agent, Instant newest, long rows, SortedMap<String, Long> versions, long free) {
    public Inside {
      versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }
  }

  /** Whether nothing is known against it. */
  public boolean isSound() {
    return trouble.isEmpty();
  }
}
