package io.pumphouse.agent.publish;

import io.pumphouse.agent.clock.WallClock;
import io.pumphouse.agent.config.InfluxConfig;
import io.pumphouse.agent.config.MqttConfig;
import io.pumphouse.agent.config.PublishConfig;
import io.pumphouse.agent.publish.influx.InfluxReceiver;
import io.pumphouse.agent.publish.mqtt.MqttReceiver;
import io.pumphouse.agent.publish.ship.Loop;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Writes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Passes readings on to whoever the configuration names, each in a loop of its own. Start and close
 * from one thread; {@link #checks()} from any.
 */
public final class PublishRoom implements AutoCloseable {
  private final List<Loop> loops = new ArrayList<>();

  /**
   * Sends nothing yet.
   *
   * @param pumps what each pump has
   * @param version of the agent
   */
  public PublishRoom(
      PublishConfig config,
      Map<PumpId, RegisterMap> pumps,
      LiveReadings live,
      Writes writes,
      ReadingStore store,
      String version,
      WallClock clock) {
    for (InfluxConfig influx : config.influx()) {
      loops.add(
          new Loop(
              new InfluxReceiver(influx, pumps),
              store.outbox("influx " + influx.address(), influx.isFromOldest()),
              clock,
              new Random()));
    }
    for (MqttConfig mqtt : config.mqtt()) {
      loops.add(
          new Loop(
              new MqttReceiver(mqtt, pumps, live, writes, version, clock, clock),
              store.outbox("mqtt " + mqtt.address(), mqtt.isFromOldest()),
              clock,
              new Random()));
    }
  }

  /** Begins to send; waits for nothing. */
  public void start() {
    loops.forEach(Loop::start);
  }

  /** A line of the health board for each receiver. */
  public List<Check> checks() {
    return loops.stream().map(Loop::check).toList();
  }

  /** Ends connections; what is not sent yet is sent after the next start. Never throws. */
  @Override
  public void close() {
    loops.forEach(Loop::close);
  }
}
