package io.pumphouse.agent.publish.ship;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Sample;

/**
 * Somebody else's server, in its own protocol. Sending a sample twice must change nothing there:
 * same key, same time. Confined to one thread.
 */
public interface Receiver extends AutoCloseable {
  /** What problems and the health board call it, without any secret: {@code influx 192.0.2.20}. */
  String name();

  /** Does what is due anyway, such as to connect; asked every few seconds while all is well. */
  default Delivery tend() {
    return Delivery.Taken.ALL;
  }

  /** Whether it wants every stored sample at all, and not only to be tended. */
  default boolean wantsReadings() {
    return true;
  }

  /** Takes one sample into the load; what the protocol has no word for is left out. */
  void add(PumpId pump, Sample sample);

  /** Whether the load should be sent before anything else is added. */
  boolean isFull();

  /** Sends the load and waits until the other side has it. Whatever comes of it, it is empty. */
  Delivery send();

  /** Ends connections. Never throws. */
  @Override
  void close();
}
