package io.pumphouse.agent.config;

import java.util.Set;

/**
 * Who else gets the readings. Immutable.
 *
 * @param influx at most one server that takes line protocol
 * @param mqtt at most one broker
 * @param areMetricsOpen whether everybody may read {@code /metrics}, whatever else needs a login
 */
public record PublishConfig(
    Set<InfluxConfig> influx, Set<MqttConfig> mqtt, boolean areMetricsOpen) {
  /** Nobody does. */
  public static final PublishConfig NONE = new PublishConfig(Set.of(), Set.of(), false);

  public PublishConfig {
    influx = Set.copyOf(influx);
    mqtt = Set.copyOf(mqtt);
  }
}
