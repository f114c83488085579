package io.pumphouse.agent.publish.mqtt;

import io.pumphouse.agent.clock.Trust;
import io.pumphouse.agent.config.MqttConfig;
import io.pumphouse.agent.publish.ship.Delivery;
import io.pumphouse.agent.publish.ship.Obstacle;
import io.pumphouse.agent.publish.ship.Receiver;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Writes;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A broker: it keeps the newest value of each register, is told every stored sample, and knows by
 * our last will when we are gone. Confined to one thread.
 */
public final class MqttReceiver implements Receiver {
  private static final int PINGS_IN_KEEP_ALIVE = 3;

  private final MqttConfig config;
  private final Trust trust;
  private final TimeSource time;
  private final Topics topics;
  private final States states;
  private final Orders orders;
  private final History history;
  private Optional<Connection> connection = Optional.empty();
  private boolean mayAsk = true;
  private long heardAt;
  private long leftOut;

  /**
   * Connects to nothing yet.
   *
   * @param pumps what each pump has
   * @param version of the agent
   */
  public MqttReceiver(
      MqttConfig config,
      Map<PumpId, RegisterMap> pumps,
      LiveReadings live,
      Writes writes,
      String version,
      Trust trust,
      TimeSource time) {
    this.config = config;
    this.trust = trust;
    this.time = time;
    this.topics = Topics.of(config);
    this.states =
        new States(live, writes, topics, new Discovery(topics, version), config.hasCommands());
    this.orders = new Orders(live, writes, topics);
    this.history = new History(pumps, time);
  }

  @Override
  public String name() {
    return "mqtt " + config.url().getAuthority();
  }

  /** Nothing at all is said before the clock is right. */
  @Override
  public Delivery tend() {
    return trust.isSure() || connection.isPresent() ? with(this::lookAfter) : Delivery.Taken.ALL;
  }

  private void lookAfter(Connection broker) throws IOException {
    states.tell(broker);
    orders.carryOut(broker.told(), broker);
    Duration silent = Duration.ofNanos(time.nanos() - heardAt);
    if (silent.toSeconds() >= broker.keepAliveSeconds() / PINGS_IN_KEEP_ALIVE) {
      broker.ping();
      heardAt = time.nanos();
    }
  }

  @Override
  public boolean wantsReadings() {
    return config.hasHistory();
  }

  @Override
  public void add(PumpId pump, Sample sample) {
    leftOut += history.add(pump, sample) ? 0 : 1;
  }

  @Override
  public boolean isFull() {
    return history.isFull();
  }

  @Override
  public Delivery send() {
    var pages = history.take();
    Delivery.Taken taken = new Delivery.Taken(leftOut, 0, "");
    leftOut = 0;
    Delivery delivery = pages.isEmpty() ? Delivery.Taken.ALL : with(broker -> send(broker, pages));
    return delivery instanceof Delivery.Taken ? taken : delivery;
  }

  private void send(Connection broker, Iterable<History.Page> pages) throws IOException {
    for (History.Page page : pages) {
      broker.publish(topics.history(page.pump()), page.text(), false);
    }
  }

  private Delivery with(Work work) {
    try {
      Connection broker = connected();
      work.with(broker);
      broker.confirm();
      return Delivery.Taken.ALL;
    } catch (Refusal no) {
      abandon();
      return new Delivery.Failed(name() + ": " + no.getMessage(), no.next());
    } catch (EOFException end) {
      abandon();
      return new Delivery.Failed(
          name() + ": " + end.getMessage(),
          "see its log; if this comes again and again, another client has the same client-id");
    } catch (IOException e) {
      abandon();
      return Obstacle.of(config.url().getAuthority(), e);
    }
  }

  private Connection connected() throws IOException {
    if (connection.isEmpty()) {
      Connection broker = Connection.open(config, topics.status());
      connection = Optional.of(broker);
      heardAt = time.nanos();
      states.begin(broker, kept(broker));
      if (config.hasCommands()) {
        broker.subscribe(topics.orders());
      }
      broker.publish(topics.status(), "online", true);
    }
    return connection.get();
  }

  /** Some brokers hang up on whoever asks for what they may not read: that is asked only once. */
  private List<Message> kept(Connection broker) throws IOException {
    if (!mayAsk) {
      return List.of();
    }
    mayAsk = false;
    List<Message> kept = broker.kept(topics.links());
    mayAsk = true;
    return kept;
  }

  private void abandon() {
    connection.ifPresent(Connection::abandon);
    connection = Optional.empty();
  }

  @Override
  public void close() {
    if (connection.isPresent()) {
      Delivery unused =
          with(
              broker -> {
                broker.hurry();
                broker.publish(topics.status(), "offline", true);
              });
    }
    connection.ifPresent(Connection::close);
    connection = Optional.empty();
  }

  @FunctionalInterface
  private interface Work {
    void with(Connection broker) throws IOException;
  }
}
