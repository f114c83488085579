package io.pumphouse.agent.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A connection to a server that breaks after so many bytes towards it. */
final class Wire implements AutoCloseable {
  private final ServerSocket here;
  private final int there;
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
  private final AtomicBoolean isOnce = new AtomicBoolean();

  Wire(int there) throws IOException {
    this.there = there;
    this.here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return here.getLocalPort();
  }

  void breakAfter(long bytes) {
    left.set(bytes);
  }

  /** It is whole again after it broke. */
  void breakOnce() {
    isOnce.set(true);
  }

  private void listen() {
    while (!here.isClosed()) {
      try {
        Socket client = here.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), there);
        Thread.ofVirtual().start(() -> pass(client, server, left));
        Thread.ofVirtual().start(() -> pass(server, client, new AtomicLong(Long.MAX_VALUE)));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private void pass(Socket from, Socket to, AtomicLong allowed) {
    byte[] chunk = new byte[4096];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        if (allowed.addAndGet(-read) < 0) {
          if (isOnce.get()) {
            allowed.set(Long.MAX_VALUE);
          }
          return;
        }
        out.write(chunk, 0, read);
      }
    } catch (IOException _) {
      // the other end left
    }
  }

  @Override
  public void close() throws IOException {
    here.close();
  }
}
