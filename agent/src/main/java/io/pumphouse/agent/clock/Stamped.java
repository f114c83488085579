package io.pumphouse.agent.clock;

import java.time.Duration;

/** Somebody who keeps wall times and can put them right. */
@FunctionalInterface
public interface Stamped {
  /**
   * Moves the wall times of this boot that were stamped before the clock was set. Called once for
   * each correction, on a thread that may wait; what has been moved is never moved again.
   *
   * @param before the time since boot up to which, exclusively, stamps are wrong
   * @param by how much to add to each; negative where the clock ran ahead
   */
  void move(Duration before, Duration by);
}
