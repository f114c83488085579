package io.pumphouse.agent.publish.mqtt;

import io.pumphouse.agent.config.MqttConfig;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.OptionalInt;

/** Packets to a broker and from it. Confined to one thread. */
final class Wire implements AutoCloseable {
  private static final int A_LOOK_MILLIS = 20;
  private static final int LAST_WORDS_MILLIS = 1_500;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream());
  }

  /** Gets through to the broker. */
  static Wire to(MqttConfig config) throws IOException {
    Socket socket = Dialing.to(config);
    try {
      return new Wire(socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** Sends it with what comes after it. */
  void add(byte[] packet) throws IOException {
    out.write(packet);
  }

  /** Sends it now, and all before it. */
  void send(Outgoing packet) throws IOException {
    add(packet.packet());
    flush();
  }

  void flush() throws IOException {
    out.flush();
  }

  /** The next packet, waited for as long as a broker may take. */
  Incoming await() throws IOException {
    return Incoming.read(begun(in.read()), in);
  }

  /** The next packet, if one has come. */
  Optional<Incoming> look() throws IOException {
    OptionalInt first = first();
    return first.isPresent() ? Optional.of(Incoming.read(first.getAsInt(), in)) : Optional.empty();
  }

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

  private static int begun(int first) throws IOException {
    if (first < 0) {
      throw new EOFException("the broker hung up");
    }
    return first;
  }

  /** From now on the broker is waited for no longer than the end of the agent may take. */
  void hurry() throws IOException {
    socket.setSoTimeout(LAST_WORDS_MILLIS);
  }

  boolean isClosed() {
    return socket.isClosed();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
