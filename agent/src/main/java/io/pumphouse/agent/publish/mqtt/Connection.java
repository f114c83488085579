package io.pumphouse.agent.publish.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pumphouse.agent.config.MqttConfig;
import io.pumphouse.agent.config.SecretFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One connection to a broker, on which every message is confirmed. After an exception it is of no
 * more use. Confined to one thread.
 */
final class Connection implements AutoCloseable {
  private static final int CONNECT = 0x10;
  private static final int CONNACK = 2;
  private static final int PUBLISH = 0x30;
  private static final int PUBACK = 4;
  private static final int SUBSCRIBE = 0x82;
  private static final int SUBACK = 9;
  private static final int UNSUBSCRIBE = 0xA2;
  private static final int UNSUBACK = 11;
  private static final int PING = 0xC0;
  private static final int PINGRESP = 13;
  private static final int DISCONNECT = 14;

  private static final int RETAIN = 1;
  private static final int CONFIRMED = 2;
  private static final int FIRST_REFUSAL = 0x80;

  /** Beyond this nobody reads on: an order is a number. */
  private static final int LONGEST_ORDER = 100;

  private final MqttConfig config;
  private final Wire wire;
  private final Set<Integer> unconfirmed = new HashSet<>();
  private final Inbox inbox = new Inbox();
  private Terms terms = Terms.USUAL;
  private int number;
  private boolean isWaitingForPing;

  private Connection(MqttConfig config, Wire wire) {
    this.config = config;
    this.wire = wire;
  }

  /**
   * Connects and logs in.
   *
   * @param lastWill a topic that then says {@code offline} should this connection break
   * @throws IOException if that fails; its message names no secret
   */
  static Connection open(MqttConfig config, String lastWill) throws IOException {
    Wire wire = Wire.to(config);
    try {
      Connection connection = new Connection(config, wire);
      connection.login(lastWill);
      return connection;
    } catch (IOException | RuntimeException e) {
      wire.close();
      throw e;
    }
  }

  private void login(String lastWill) throws IOException {
    String password = SecretFile.of(config.secretFile());
    boolean hasUser = !config.user().isEmpty();
    int cleanAndWill = 0x02 | 0x04 | 0x08 | 0x20; // the will is confirmed and kept
    Outgoing connect =
        new Outgoing(CONNECT)
            .text("MQTT")
            .one(config.isVersion5() ? 5 : 4)
            .one(cleanAndWill | (hasUser ? 0xC0 : 0))
            .two(Terms.USUAL.keepAliveSeconds());
    noProperties(connect).text(config.clientId());
    noProperties(connect).text(lastWill).text("offline");
    if (hasUser) {
      connect.text(config.user()).text(password);
    }
    wire.send(connect);
    let(wire.await());
  }

  private void let(Incoming answer) throws IOException {
    if (answer.type() != CONNACK) {
      throw new IOException("it answers, but not as an MQTT broker does");
    }
    int unused = answer.one(); // whether it remembers us: it should not
    int code = answer.one();
    if (code != 0) {
      throw Refusal.of("log in", code);
    }
    terms = config.isVersion5() && !answer.isAtTheEnd() ? Terms.read(answer) : Terms.USUAL;
  }

  private Outgoing noProperties(Outgoing packet) {
    return config.isVersion5() ? packet.one(0) : packet;
  }

  /** From now on nobody is waited for any longer than a moment: it is for the last words. */
  void hurry() throws IOException {
    wire.hurry();
  }

  /** How long we may be silent. */
  int keepAliveSeconds() {
    return terms.keepAliveSeconds();
  }

  /** Sends a message; {@link #confirm()} tells whether it arrived. */
  void publish(String topic, String text, boolean isKept) throws IOException {
    while (unconfirmed.size() >= terms.window()) {
      wire.flush();
      hear(wire.await());
    }
    number = number % 0xFFFF + 1;
    Outgoing publish =
        new Outgoing(PUBLISH | CONFIRMED | (isKept ? RETAIN : 0)).text(topic).two(number);
    byte[] packet = noProperties(publish).rest(text.getBytes(UTF_8)).packet();
    if (packet.length > terms.longest()) {
      throw Refusal.tooLong(topic, packet.length, terms.longest());
    }
    unconfirmed.add(number);
    wire.add(packet);
  }

  /** Waits until the broker has everything that was sent. */
  void confirm() throws IOException {
    wire.flush();
    while (!unconfirmed.isEmpty()) {
      hear(wire.await());
    }
  }

  /** Asks to be told, each message once at most. */
  void subscribe(String filter) throws IOException {
    int code = asked(filter);
    if (code >= FIRST_REFUSAL) {
      throw Refusal.of("take orders", code);
    }
  }

  /** What the broker keeps there now; nothing where it will not tell. */
  List<Message> kept(String filter) throws IOException {
    if (asked(filter) >= FIRST_REFUSAL) {
      return List.of();
    }
    ping(); // what it keeps comes before the answer
    number = number % 0xFFFF + 1;
    wire.send(noProperties(new Outgoing(UNSUBSCRIBE).two(number)).text(filter));
    Incoming unused = awaited(UNSUBACK);
    return inbox.take();
  }

  /** Subscribes; gives the broker's code. */
  private int asked(String filter) throws IOException {
    number = number % 0xFFFF + 1;
    wire.send(noProperties(new Outgoing(SUBSCRIBE).two(number)).text(filter).one(0));
    Incoming answer = awaited(SUBACK);
    int unused = answer.two();
    if (config.isVersion5()) {
      answer.skip(answer.variable());
    }
    return answer.one();
  }

  private Incoming awaited(int type) throws IOException {
    Incoming answer = wire.await();
    while (answer.type() != type) {
      hear(answer);
      answer = wire.await();
    }
    return answer;
  }

  /** Makes sure that the other side still lives. */
  void ping() throws IOException {
    wire.send(new Outgoing(PING));
    isWaitingForPing = true;
    while (isWaitingForPing) {
      hear(wire.await());
    }
  }

  /** What we were told since the last call. Hardly waits. */
  List<Message> told() throws IOException {
    Optional<Incoming> next = wire.look();
    while (next.isPresent()) {
      hear(next.get());
      next = inbox.isFull() ? Optional.empty() : wire.look();
    }
    return inbox.take();
  }

  private void hear(Incoming packet) throws IOException {
    switch (packet.type()) {
      case PUBLISH >> 4 -> inbox.add(message(packet));
      case PUBACK -> confirmed(packet);
      case PINGRESP -> isWaitingForPing = false;
      case DISCONNECT ->
          throw Refusal.of(
              "the broker ends the connection", packet.isAtTheEnd() ? 0 : packet.one());
      default -> throw new IOException("the broker sends a packet of type " + packet.type());
    }
  }

  private void confirmed(Incoming packet) throws IOException {
    unconfirmed.remove(packet.two());
    int code = packet.isAtTheEnd() ? 0 : packet.one();
    if (code >= FIRST_REFUSAL) {
      throw Refusal.of("take a message", code);
    }
  }

  private Message message(Incoming packet) throws IOException {
    String topic = packet.text();
    if ((packet.flags() & 6) != 0) {
      packet.two();
    }
    if (config.isVersion5()) {
      packet.skip(packet.variable());
    }
    return new Message(topic, packet.rest(LONGEST_ORDER), (packet.flags() & RETAIN) != 0);
  }

  /** Lets go without a word, so that the last will is read out. Never throws. */
  void abandon() {
    try {
      wire.close();
    } catch (IOException _) {
      // it is gone, which is what was wanted
    }
  }

  /** Takes leave, so that the last will is not read out. Never throws; twice is fine. */
  @Override
  public void close() {
    try (wire) {
      if (!wire.isClosed()) {
        wire.send(new Outgoing(DISCONNECT << 4));
      }
    } catch (IOException _) {
      // it is gone, which is what was wanted
    }
  }
}
