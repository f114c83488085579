package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.util.List;
import java.util.Optional;

/** What the pumps say now. Thread-safe; every answer is a consistent copy. */
public interface LiveReadings {
  /** All pumps, in the order of the configuration. */
  List<PumpStatus> pumps();

  /** One pump, or empty if there is none of that name. */
  Optional<PumpStatus> pump(PumpId pump);

  /**
   * The newest sample of each register that is polled, in the order of {@link LiveReading#group()}
   * and map.
   */
  List<LiveReading> readings(PumpId pump);

  /** Tells the listener of each request from now on; close the subscription to end it. */
  Subscription subscribe(Listener listener);

  /** Who wants to know when there may be something new. */
  interface Listener {
    /**
     * A pump was asked. Runs on the poller's thread: it must only take note, never wait or throw.
     *
     * @param isWhole whether that was the last request of its round
     */
    void asked(PumpId pump, boolean isWhole);
  }

  /** Ends a subscription; closing twice is fine. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
