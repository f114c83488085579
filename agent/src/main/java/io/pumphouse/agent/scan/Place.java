package io.pumphouse.agent.scan;

import io.pumphouse.hal.line.Wiring;

/** Where to look. */
public sealed interface Place {
  /**
   * A serial port whose settings are not known.
   *
   * @param path the device file
   */
  record Port(String path) implements Place {}

  /**
   * Somewhere on the network, where there is nothing to set.
   *
   * @param wiring Modbus TCP or RTU over TCP
   */
  record Net(Wiring wiring) implements Place {}
}
