package io.pumphouse.web.live;

import java.util.concurrent.TimeUnit;

/** How many messages a client may send in one second. Confined to its client's lock. */
final class Allowance {
  static final int MESSAGES_PER_SECOND = 20;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private long since;
  private int taken;

  Allowance(long nanos) {
    this.since = nanos;
  }

  /** Counts one message; false if it is one too many. */
  boolean take(long nanos) {
    if (nanos - since >= SECOND) {
      since = nanos;
      taken = 0;
    }
    taken++;
    return taken <= MESSAGES_PER_SECOND;
  }
}
