package io.pumphouse.agent.config;

import java.util.Set;

/**
 * Who else gets the readings. Immutable.
 *
 * @param influx at most one server that takes line protocol
 */
public record PublishConfig(Set<InfluxConfig> influx) {
  /** Nobody does. */
  public static final PublishConfig NONE = new PublishConfig(Set.of());

  public PublishConfig {
    influx = Set.copyOf(influx);
  }
}
