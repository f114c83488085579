package io.pumphouse.agent.store;

import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;

/**
 * Judges readings of which nobody vouched for the clock. Once the time is known, earlier boots are
 * put right within minutes; what is not by then, will not be. Confined to whoever asks, who waits
 * meanwhile for the database's thread.
 */
final class Unplaced {
  private static final long PUT_RIGHT_WITHIN = Duration.ofMinutes(15).toNanos();

  private final String bootId;
  private final TimeSource time;
  private long waitingSince;
  private String waitingFor = "";

  enum Verdict {
    RIGHT,
    PERHAPS_LATER,
    NEVER
  }

  Unplaced(String bootId, TimeSource time) {
    this.bootId = bootId;
    this.time = time;
  }

  /** What keeps a boot from being put right does not count as its time for that. */
  void waitAnew() {
    waitingFor = "";
  }

  /** Judges while the clock of this boot is known to be right. */
  Verdict judge(String boot, boolean isSure) {
    if (isSure || boot.equals(bootId)) {
      return Verdict.RIGHT;
    }
    if (!boot.equals(waitingFor)) {
      waitingFor = boot;
      waitingSince = time.nanos();
    }
    return time.nanos() - waitingSince < PUT_RIGHT_WITHIN ? Verdict.PERHAPS_LATER : Verdict.NEVER;
  }
}
