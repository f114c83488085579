package io.pumphouse.hal.line;

import io.pumphouse.hal.line.Rs485.ByRts;
import io.pumphouse.hal.line.Rs485.Level;
import java.time.Duration;

/**
 * What a driver is told of RS-485, and tells: the beginning of {@code struct serial_rs485} in
 * {@code linux/serial.h}.
 *
 * @param flags the bits {@code SER_RS485_*}
 * @param before milliseconds, unsigned
 * @param after milliseconds, unsigned
 */
record Rs485Words(int flags, int before, int after) {
  private static final int ENABLED = 1;
  private static final int RTS_ON_SEND = 1 << 1;
  private static final int RTS_AFTER_SEND = 1 << 2;
  private static final int TERMINATE_BUS = 1 << 5;

  static Rs485Words of(ByRts wanted) {
    int level = wanted.whileSending() == Level.HIGH ? RTS_ON_SEND : RTS_AFTER_SEND;
    int end = wanted.isTerminated() ? TERMINATE_BUS : 0;
    return new Rs485Words(ENABLED | level | end, millis(wanted.before()), millis(wanted.after()));
  }

  private static int millis(Duration delay) {
    return Math.toIntExact(delay.toMillis());
  }

  /** Whether these do the same; what RTS is while listening follows from the rest. */
  boolean agreeWith(Rs485Words others) {
    int different = (flags ^ others.flags) & (ENABLED | RTS_ON_SEND | TERMINATE_BUS);
    return different == 0 && before == others.before && after == others.after;
  }

  /** As the configuration would write it. */
  @Override
  public String toString() {
    return has(ENABLED)
        ? "rts-to-send: %s, delay-before: %dms, delay-after: %dms, termination: %b"
            .formatted(has(RTS_ON_SEND) ? "high" : "low", before, after, has(TERMINATE_BUS))
        : "nothing";
  }

  private boolean has(int flag) {
    return (flags & flag) != 0;
  }
}
