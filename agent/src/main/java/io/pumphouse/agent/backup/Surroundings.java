package io.pumphouse.agent.backup;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What of the machine a run looks at.
 *
 * @param guard makes sure of destinations
 * @param network whether there is a way to other machines
 * @param backOff before the second attempt; doubled before each further one, up to a minute
 * @param grace how long a tool may take to stop
 * @param pause between two tries of a notice
 */
record Surroundings(
    DestinationGuard guard,
    BooleanSupplier network,
    Duration backOff,
    Duration grace,
    Duration pause) {
  static final Surroundings REAL =
      new Surroundings(
          new DestinationGuard(),
          Network::isThere,
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30));
}
