package io.pumphouse.web.model;

import java.time.Duration;

/**
 * How the disk under the data folder fares. Immutable.
 *
 * @param disk what it is
 * @param freeBytes how much room is left
 * @param byAgent what this agent has written to any disk today
 * @param toDisk what everybody has written to this disk today
 * @param over for how much of today, by the site's clock, that was counted: while the agent ran
 * @param life how long the disk may last
 */
public record Wear(
    Disk disk, long freeBytes, Written byAgent, Written toDisk, Duration over, Life life) {
  /** What lies under the data folder. */
  public sealed interface Disk {
    /**
     * A disk with a counter of its own.
     *
     * @param name what the kernel calls it: {@code mmcblk0}
     * @param bytes its size
     */
    record Device(String name, long bytes) implements Disk {}

    /**
     * Something that no disk can be told of.
     *
     * @param why in words, such as that it lies in memory
     */
    record Unseen(String why) implements Disk {}
  }

  /** How much was written. */
  public sealed interface Written {
    /**
     * So much.
     *
     * @param bytes from 0
     */
    record Bytes(long bytes) implements Written {}

    /**
     * Nobody counts.
     *
     * @param why in words
     */
    record Uncounted(String why) implements Written {}
  }

  /** How long a disk may last. */
  public sealed interface Life {
    /**
     * The disk says itself how far it is worn (eMMC does, SD cards do not).
     *
     * @param usedPercent at most so much is used up, in steps of ten; above 100 it is over
     * @param isNearEnd whether its spare blocks run out
     */
    record Told(int usedPercent, boolean isNearEnd) implements Life {}

    /**
     * Reckoned from what is written a day.
     *
     * @param years from today, of a new card; 100 stands for longer
     * @param assumption what was assumed of the card, in words
     */
    record Estimated(double years, String assumption) implements Life {}

    /**
     * Not known.
     *
     * @param why in words
     */
    record Unknown(String why) implements Life {}
  }
}
