package io.pumphouse.agent.config;

import java.time.Duration;

/**
 * How readings are kept. Local days are kept for ever.
 *
 * @param commitInterval the longest a reading waits in memory for its commit, 1 s to 10 min; a
 *     power cut costs at most this much
 * @param keepRaw how long readings are kept as the device said them, 1 day or more
 * @param keepMinutes how long minutes are kept, 1 day or more
 * @param keepHours how long hours and quarters of an hour are kept, 1 day or more
 * @param diskFloor how many bytes of the disk are left free, if need be at the cost of old readings
 * @param keepEvents how long events and past alarms are kept, 1 day or more
 */
public record StoreConfig(
    Duration commitInterval,
    Duration keepRaw,
    Duration keepMinutes,
    Duration keepHours,
    long diskFloor,
    Duration keepEvents) {
  /** Longer than anything lasts. */
  public static final Duration FOREVER = Duration.ofDays(365_000);

  /** With everything else as it is unless the file says otherwise. */
  public StoreConfig(Duration commitInterval) {
    this(commitInterval, Duration.ofDays(90), Duration.ofDays(730), FOREVER, 200L << 20);
  }

  /** With events kept as long as they are unless the file says otherwise. */
  public StoreConfig(
      Duration commitInterval,
      Duration keepRaw,
      Duration keepMinutes,
      Duration keepHours,
      long diskFloor) {
    this(commitInterval, keepRaw, keepMinutes, keepHours, diskFloor, Duration.ofDays(3_650));
  }
}
