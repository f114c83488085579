package io.pumphouse.hal.line;

import io.pumphouse.hal.line.Line.Opened;
import io.pumphouse.hal.line.Line.Opening;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where clients come in: listens on a TCP port and gives each connection, as a {@link Line}, to a
 * host on a thread of its own. When all places are taken the oldest connection gives way, so that
 * clients that died without a word cannot lock the living out. Thread-safe.
 */
public final class TcpDoor implements AutoCloseable {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final String address;
  private final int wantedPort;
  private final int places;
  private final Consumer<Line> host;
  private final Deque<Line> guests = new ArrayDeque<>();
  private State state = new Shut();

  /**
   * A door that is still shut.
   *
   * @param address the address to listen on: {@code 127.0.0.1}, or {@code 0.0.0.0} for all
   * @param port 0 lets the system choose; see {@link #port}
   * @param places how many connections at a time, at least 1
   * @param host serves one connection; called on a virtual thread of its own, and the connection
   *     ends when it returns
   */
  public TcpDoor(String address, int port, int places, Consumer<Line> host) {
    this.address = address;
    this.wantedPort = port;
    this.places = places;
    this.host = host;
  }

  private sealed interface State {}

  private record Listening(ServerSocket socket, Thread porter) implements State {}

  private record Shut() implements State {}

  /** Starts listening, or says why not. Opening an open door changes nothing. */
  public synchronized Opening open() {
    return switch (state) {
      case Listening _ -> new Opened();
      case Shut _ -> listen();
    };
  }

  private Opening listen() {
    try {
      ServerSocket socket = bound();
      Thread porter = Thread.ofVirtual().name("door-" + wantedPort).start(() -> letIn(socket));
      state = new Listening(socket, porter);
      return new Opened();
    } catch (IOException trouble) {
      return TcpTrouble.listening(address + ":" + wantedPort, trouble);
    }
  }

  private ServerSocket bound() throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, wantedPort));
      return socket;
    } catch (IOException taken) {
      socket.close();
      throw taken;
    }
  }

  /** The port it listens on; the one it was given while it is shut. */
  public synchronized int port() {
    return switch (state) {
      case Listening(ServerSocket socket, _) -> socket.getLocalPort();
      case Shut _ -> wantedPort;
    };
  }

  private void letIn(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        welcome(socket.accept());
      } catch (IOException _) {
        // Either the door was closed, which ends the loop, or a client left before it was let in.
      }
    }
  }

  private void welcome(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setKeepAlive(true);
    Line guest = new AcceptedLine(socket);
    seat(guest);
    Thread.ofVirtual().name("guest-" + guest.name()).start(() -> serve(guest));
  }

  private synchronized void seat(Line guest) {
    if (guests.size() >= places) {
      guests.removeFirst().close();
    }
    guests.addLast(guest);
    if (state instanceof Shut) {
      guest.close();
    }
  }

  private void serve(Line guest) {
    try (guest) {
      host.accept(guest);
    } finally {
      leave(guest);
    }
  }

  private synchronized void leave(Line guest) {
    guests.remove(guest);
  }

  /** Stops listening and ends every connection; afterwards nobody gets in. Idempotent. */
  @Override
  public void close() {
    shut().ifPresent(TcpDoor::end);
  }

  private synchronized Optional<Listening> shut() {
    State was = state;
    state = new Shut();
    guests.forEach(Line::close);
    return was instanceof Listening listening ? Optional.of(listening) : Optional.empty();
  }

  private static void end(Listening listening) {
    try {
      listening.socket().close();
      // The system goes on connecting clients until the thread that accepts has let go.
      listening.porter().join(CLOSE_WITHIN);
    } catch (IOException _) {
      // It is given up either way.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
