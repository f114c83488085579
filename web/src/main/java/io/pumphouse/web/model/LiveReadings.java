package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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

  /**
   * Tells the listener which pump was asked, after each request and on the poller's thread: it must
   * only take note, never wait or throw. Close the subscription to end it.
   */
  Subscription subscribe(Consumer<PumpId> listener);

  /** Ends a subscription; closing twice is fine. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
