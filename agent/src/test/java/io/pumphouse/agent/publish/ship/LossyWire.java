package io.pumphouse.agent.publish.ship;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to a server on loopback on which answers can get lost: what was sent arrives, the server
 * answers, and then the connection is cut.
 */
final class LossyWire implements AutoCloseable {
  private static final int PIECE = 8_192;

  private final ServerSocket door;
  private final int to;
  private final AtomicInteger toLose = new AtomicInteger();

  /**
   * @param to the port of the server
   */
  LossyWire(int to) throws IOException {
    this.door = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
    this.to = to;
    Thread.ofVirtual().start(this::work);
  }

  int port() {
    return door.getLocalPort();
  }

  /** So many answers from now on do not arrive. */
  void lose(int answers) {
    toLose.set(answers);
  }

  /** How many are still to be lost. */
  int toLose() {
    return toLose.get();
  }

  private void work() {
    try {
      while (true) {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> carry(client));
      }
    } catch (IOException _) {
      // the door was closed
    }
  }

  private void carry(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), to)) {
      Thread.ofVirtual().start(() -> pass(client, server));
      InputStream answers = server.getInputStream();
      byte[] piece = new byte[PIECE];
      int length = answers.read(piece);
      while (length >= 0 && toLose.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
        client.getOutputStream().write(piece, 0, length);
        length = answers.read(piece);
      }
    } catch (IOException _) {
      // either side hung up, which closes the other
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // the answer's side closes both
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
