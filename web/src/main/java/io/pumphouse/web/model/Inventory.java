package io.pumphouse.web.model;

import java.time.Duration;
import java.util.List;

/**
 * What the store holds. Immutable.
 *
 * @param series how many registers of all pumps
 * @param samples how many samples as the pumps gave them
 * @param isEstimate whether the samples were only counted here and there, because they are many
 * @param fileBytes what the file and its journal take on the disk
 * @param covered from the earliest sample to the latest; none or one
 * @param levels what each level takes and how long it is kept, the finest first
 * @param damaged pieces that were met since the start and could not be read
 * @param due pieces that are still to be rolled up
 */
public record Inventory(
    long series,
    long samples,
    boolean isEstimate,
    long fileBytes,
    List<Span> covered,
    List<Level> levels,
    int damaged,
    long due) {
  public Inventory {
    covered = List.copyOf(covered);
    levels = List.copyOf(levels);
  }

  /**
   * Readings of one length of step.
   *
   * @param name {@code raw}, {@code minute}, {@code quarter}, {@code hour} or {@code day}
   * @param bytes packed; of raw readings an estimate
   * @param kept for how long
   */
  public record Level(String name, long bytes, Kept kept) {}

  /** For how long something is kept. */
  public sealed interface Kept {
    record Forever() implements Kept {}

    record For(Duration time) implements Kept {}
  }
}
