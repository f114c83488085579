import io.pumphouse.agent.config.InfluxConfig;
import io.pumphouse.agent.config.MqttConfig;
import io.pumphouse.agent.publish.influx.InfluxReceiver;
import io.pumphouse.agent.publish.mqtt.MqttReceiver;
import io.pumphouse.agent.publish.ship.Delivery;
import io.pumphouse.agent.publish.ship.Receiver;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.Writes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The publishing of one agent with one pump. Confined to one thread at a time. */
final class FleetAgent implements LiveReadings {
  private final PumpId id;
  private final FleetHouse house;
  private final TimeSource time;
  private final Receiver broker;
  private final Receiver database;

  FleetAgent(int number, FleetHouse house, TimeSource time, String[] typed) {
    this.id = new PumpId("pump-%05d".formatted(number));
    this.house = house;
    this.time = time;
    Map<PumpId, RegisterMap> pumps = Map.of(id, house.map);
    this.broker =
        new MqttReceiver(
            mqtt(id.name(), typed[2], typed[4].equals("yes")),
            pumps,
            this,
            new NoWrites(),
            "bench",
            () -> true,
            time);
    this.database = new InfluxReceiver(influx(typed[3]), pumps);
  }

  private static MqttConfig mqtt(String site, String port, boolean hasHistory) {
    URI url = URI.create("mqtt://127.0.0.1:" + port);
    String topic = "fleet/" + site;
    return new MqttConfig(url, true, "", "", "", site, topic, "", hasHistory, false, false);
  }

  private static InfluxConfig influx(String port) {
    URI url = URI.create("http://127.0.0.1:" + port);
    return new InfluxConfig(
        url, new InfluxConfig.Place.Database("fleet"), "", "", "", false, false);
  }

  /** What the agent's loops do: the broker hears what is new at each poll, all else at commits. */
  long turn(boolean isCommit) {
    demand(broker.tend());
    pass(database, isCommit);
    if (broker.wantsReadings()) {
      pass(broker, isCommit);
    }
    return house.polled.size();
  }

  private void pass(Receiver receiver, boolean isCommit) {
    house.polled.forEach(sample -> receiver.add(id, sample));
    if (isCommit) {
      demand(receiver.send());
    }
  }

  private static void demand(Delivery delivery) {
    if (!delivery.equals(Delivery.Taken.ALL)) {
      throw new IllegalStateException(delivery.toString());
    }
  }

  @Override
  public List<PumpStatus> pumps() {
    Moment now = time.now();
    LastAnswer answer = new LastAnswer.At(now.wall(), Duration.ZERO);
    String model = house.map.model().id();
    return List.of(
        new PumpStatus(
            id, model, house.map.model().title(), "made up", 1, LinkState.UP, "", "", answer));
  }

  @Override
  public Optional<PumpStatus> pump(PumpId pump) {
    return pumps().stream().filter(each -> each.id().equals(pump)).findFirst();
  }

  @Override
  public List<LiveReading> readings(PumpId pump) {
    Moment now = time.now();
    return house.latest.entrySet().stream()
        .map(each -> house.live(each.getKey(), each.getValue(), now))
        .toList();
  }

  @Override
  public Subscription subscribe(Listener listener) {
    return () -> {};
  }

  void close() {
    broker.close();
  }

  /** Nothing may be written. */
  private static final class NoWrites implements Writes {
    @Override
    public WriteReport write(WriteOrder order) {
      throw new UnsupportedOperationException("nobody orders anything");
    }

    @Override
    public List<String> offered(PumpId pump) {
      return List.of();
    }

    @Override
    public WriteReport resetAlarm(PumpId pump, String who, String why) {
      throw new UnsupportedOperationException("nobody orders anything");
    }
  }
}
