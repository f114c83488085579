package io.pumphouse.hal.line;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives something back to a driver that may hang in taking it, as USB drivers do when the adapter
 * is gone: on a thread of its own, waited for only so long, then left behind. Immutable.
 *
 * @param within how long the caller may be held up
 */
record Release(Duration within) {
  private static final Logger LOG = LoggerFactory.getLogger(Release.class);

  /**
   * Runs the closing and waits for its end, but not for ever.
   *
   * @param name what is given back: {@code /dev/ttyUSB0}
   * @param close may hang
   * @return whether it ended in time
   */
  boolean of(String name, Runnable close) {
    Thread closer = Thread.ofPlatform().daemon().name("close-" + name).start(close);
    try {
      if (closer.join(within)) {
        return true;
      }
      LOG.warn("{}: closing hangs in the driver and is left behind; unplug the adapter", name);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
