package io.pumphouse.agent.config;

import io.pumphouse.hal.line.Wiring;
import java.time.Duration;
import java.util.Set;

/**
 * Where technicians plug in, and who they must be. Immutable.
 *
 * @param ports the serial port of the console, at most one
 * @param isPresenceEnough whether whoever is at the port may do everything, without an account
 * @param idle after how long without a key a session ends
 */
public record ConsoleConfig(Set<Wiring.Serial> ports, boolean isPresenceEnough, Duration idle) {
  static final Duration USUAL_IDLE = Duration.ofMinutes(15);

  /** No port: {@code pumphouse console} is the only way in. */
  public static final ConsoleConfig NONE = new ConsoleConfig(Set.of(), false, USUAL_IDLE);

  public ConsoleConfig {
    ports = Set.copyOf(ports);
  }
}
