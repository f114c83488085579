package io.pumphouse.agent.publish.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pumphouse.agent.config.MqttConfig;
import io.pumphouse.agent.config.SecretFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
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
  private static final int PING = 0xC0;
  private static final int PINGRESP = 13;
  private static final int DISCONNECT = 14;

  private static final int RETAIN = 1;
  private static final int CONFIRMED = 2;
  private static final int FIRST_REFUSAL = 0x80;
  private static final int A_LOOK_MILLIS = 20;

  private final MqttConfig config;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final Set<Integer> unconfirmed = new HashSet<>();
  private final Deque<Message> heard = new ArrayDeque<>();
  private Terms terms = Terms.USUAL;
  private int number;
  private boolean isWaitingForPing;

  private Connection(MqttConfig config, Socket socket) throws IOException {
    this.config = config;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream());
  }

  /**
   * Connects and logs in.
   *
   * @param lastWill a topic that then says {@code offline} should this connection break
   * @throws IOException if that fails; its message names no secret
   */
  static Connection open(MqttConfig config, String lastWill) throws IOException {
    Socket socket = Dialing.to(config);
    try {
      Connection connection = new Connection(config, socket);
      connection.login(lastWill);
      return connection;
    } catch (IOException | RuntimeException e) {
      socket.close();
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
    write(connect);
    let(await());
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

  /** How long we may be silent. */
  int keepAliveSeconds() {
    return terms.keepAliveSeconds();
  }

  /** Sends a message; {@link #confirm()} tells whether it arrived. */
  void publish(String topic, String text, boolean isKept) throws IOException {
    while (unconfirmed.size() >= terms.window()) {
      out.flush();
      hear(await());
    }
    number = number % 0xFFFF + 1;
    unconfirmed.add(number);
    Outgoing publish =
        new Outgoing(PUBLISH | CONFIRMED | (isKept ? RETAIN : 0)).text(topic).two(number);
    out.write(noProperties(publish).rest(text.getBytes(UTF_8)).packet());
  }

  /** Waits until the broker has everything that was sent. */
  void confirm() throws IOException {
    out.flush();
    while (!unconfirmed.isEmpty()) {
      hear(await());
    }
  }

  /** Asks to be told, each message once at most. */
  void subscribe(String filter) throws IOException {
    number = number % 0xFFFF + 1;
    write(noProperties(new Outgoing(SUBSCRIBE).two(number)).text(filter).one(0));
    Incoming answer = await();
    while (answer.type() != SUBACK) {
      hear(answer);
      answer = await();
    }
    hear(answer);
  }

  /** Makes sure that the other side still lives. */
  void ping() throws IOException {
    write(new Outgoing(PING));
    isWaitingForPing = true;
    while (isWaitingForPing) {
      hear(await());
    }
  }

  /** What we were told since the last call. Hardly waits. */
  List<Message> told() throws IOException {
    OptionalInt first = first();
    while (first.isPresent()) {
      hear(Incoming.read(first.getAsInt(), in));
      first = first();
    }
    List<Message> told = List.copyOf(heard);
    heard.clear();
    return told;
  }

  /** The first byte of a packet, if there is one now. */
  private OptionalInt first() throws IOException {
    socket.setSoTimeout(A_LOOK_MILLIS);
    try {
      return OptionalInt.of(begun(in.read()));
    } catch (SocketTimeoutException _) {
      return OptionalInt.empty();
    } finally {
      socket.setSoTimeout(Dialing.PATIENCE_MILLIS);
    }
  }

  private void write(Outgoing packet) throws IOException {
    out.write(packet.packet());
    out.flush();
  }

  private Incoming await() throws IOException {
    return Incoming.read(begun(in.read()), in);
  }

  private static int begun(int first) throws IOException {
    if (first < 0) {
      throw new EOFException("the broker hung up");
    }
    return first;
  }

  private void hear(Incoming packet) throws IOException {
    switch (packet.type()) {
      case PUBLISH >> 4 -> heard.add(message(packet));
      case PUBACK -> confirmed(packet);
      case PINGRESP -> isWaitingForPing = false;
      case SUBACK -> subscribed(packet);
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

  private void subscribed(Incoming packet) throws IOException {
    int unused = packet.two();
    if (config.isVersion5()) {
      packet.skip(packet.variable());
    }
    int code = packet.one();
    if (code >= FIRST_REFUSAL) {
      throw Refusal.of("take orders", code);
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
    return new Message(topic, packet.rest(), (packet.flags() & RETAIN) != 0);
  }

  /** Takes leave, so that the last will is not read out. Never throws; twice is fine. */
  @Override
  public void close() {
    try (socket) {
      if (!socket.isClosed()) {
        write(new Outgoing(DISCONNECT << 4));
      }
    } catch (IOException _) {
      // it is gone, which is what was wanted
    }
  }
}
