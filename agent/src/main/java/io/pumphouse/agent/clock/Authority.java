package io.pumphouse.agent.clock;

import java.time.Instant;

/** What on this machine knows whether its clock is right. Quick. */
@FunctionalInterface
public interface Authority {
  /**
   * Who vouches for the clock now: {@link Witness#NETWORK}, {@link Witness#BATTERY} or {@link
   * Witness#NOBODY}.
   *
   * @param wall what the clock says now
   * @param since what it said when it was last set, {@link Instant#MIN} if nobody saw that
   */
  Witness ask(Instant wall, Instant since);
}
