package io.pumphouse.agent.clock;

import java.time.Duration;

/**
 * Somebody who keeps wall times and can put them right. Each keeps, in the same transaction as the
 * times, up to where it has moved a boot: so a call that is repeated, after a power cut or because
 * the disk had refused, moves nothing twice.
 */
@FunctionalInterface
public interface Stamped {
  /**
   * Moves the wall times of this boot that were stamped before the clock was set. Called once or
   * again for each correction, in the order of {@code before}, on a thread that may wait; what has
   * been moved is never moved again. Who cannot now throws {@link NotMoved}, and the call is
   * repeated later.
   *
   * @param before the time since boot up to which, exclusively, stamps are wrong
   * @param by how much to add to each; negative where the clock ran ahead; zero where they were
   *     right, and only the mark moves
   */
  void move(Duration before, Duration by);

  /**
   * The same for an earlier boot of this machine, which ended before it could be put right. Who
   * keeps nothing of earlier boots does nothing.
   *
   * @param boot the boot id that its stamps carry
   */
  default void moveEarlier(String boot, Duration before, Duration by) {}
}
