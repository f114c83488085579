package io.pumphouse.agent.clock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Remembers how the clock went, across restarts of the agent and of the machine. Called on a thread
 * that may wait; never throws.
 */
public interface ClockMemory {
  /**
   * What is remembered.
   *
   * @param eras those of this boot, oldest first
   * @param past the earlier boots, oldest first, as far back as is remembered
   */
  record Recalled(List<Era> eras, List<PastBoot> past) {
    public Recalled {
      eras = List.copyOf(eras);
      past = List.copyOf(past);
    }
  }

  /** What is remembered; empty while the disk refuses. */
  Optional<Recalled> recall();

  /**
   * Replaces what is remembered of this boot.
   *
   * @param seen the time since boot now
   * @return whether it is safe on the disk
   */
  boolean keep(List<Era> eras, Duration seen);

  /** An earlier boot needs no more repair. */
  void mended(String boot);
}
