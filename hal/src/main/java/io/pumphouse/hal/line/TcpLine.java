package io.pumphouse.hal.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * A TCP connection that this side makes: to a pump with a network port, or to a serial server.
 * Confined to the thread that owns the bus, but for {@link #close}.
 */
public final class TcpLine implements Line {
  private final String host;
  private final int port;
  private final Duration connectWithin;
  private volatile State state;

  /** What a name server said, as long as all goes well there: it may take long, or be gone. */
  private InetSocketAddress address;

  /**
   * A line that is not open yet.
   *
   * @param host name or address
   * @param port 1 to 65535
   * @param connectWithin how long connecting may take
   */
  public TcpLine(String host, int port, Duration connectWithin) {
    this.host = host;
    this.port = port;
    this.connectWithin = connectWithin;
    this.address = InetSocketAddress.createUnresolved(host, port);
    this.state = new Closed(new Broken(host + ":" + port + ": not open", "open the line first"));
  }

  private sealed interface State {}

  private record Open(TcpWire wire) implements State {}

  private record Closed(Broken why) implements State {}

  @Override
  public String name() {
    return host + ":" + port;
  }

  @Override
  public Opening open() {
    return switch (state) {
      case Open _ -> new Opened();
      case Closed _ -> connect();
    };
  }

  private Opening connect() {
    try {
      TcpWire wire = TcpWire.unconnected(name());
      // Before connecting, so that closing ends that too.
      state = new Open(wire);
      return wire.connect(resolved(), connectWithin) instanceof Broken why
          ? broken(why)
          : new Opened();
    } catch (IOException trouble) {
      return broken(TcpTrouble.connecting(name(), trouble));
    }
  }

  private InetSocketAddress resolved() {
    if (address.isUnresolved()) {
      address = new InetSocketAddress(host, port);
    }
    return address;
  }

  @Override
  public Sending send(Frame frame) {
    return switch (state) {
      case Closed(Broken why) -> why;
      case Open(TcpWire wire) -> wire.send(frame) instanceof Broken why ? broken(why) : new Sent();
    };
  }

  @Override
  public Heard hear(Duration atMost) {
    return switch (state) {
      case Closed(Broken why) -> why;
      case Open(TcpWire wire) -> {
        Heard heard = wire.hear(atMost);
        yield heard instanceof Broken why ? broken(why) : heard;
      }
    };
  }

  private Broken broken(Broken why) {
    close(why);
    address = InetSocketAddress.createUnresolved(host, port);
    return why;
  }

  @Override
  public void close() {
    close(new Broken(name() + ": not open", "open the line first"));
  }

  private void close(Broken why) {
    State was = state;
    state = new Closed(why);
    if (was instanceof Open(TcpWire wire)) {
      wire.close();
    }
  }
}
