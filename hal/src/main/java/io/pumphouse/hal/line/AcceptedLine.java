package io.pumphouse.hal.line;

import java.net.Socket;
import java.time.Duration;

/** A TCP connection that the other side made. Once it is gone it does not come back. */
final class AcceptedLine implements Line {
  private final String name;
  private final TcpStream stream;

  AcceptedLine(Socket socket) {
    this.name = socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
    this.stream = new TcpStream(name, socket);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Opening open() {
    return stream.isClosed()
        ? new Broken(name + ": the client is gone", "wait for it to connect again")
        : new Opened();
  }

  @Override
  public Sending send(Frame frame) {
    Sending sending = stream.send(frame);
    if (sending instanceof Broken) {
      close();
    }
    return sending;
  }

  @Override
  public Heard hear(Duration atMost) {
    Heard heard = stream.hear(atMost);
    if (heard instanceof Broken) {
      close();
    }
    return heard;
  }

  @Override
  public void close() {
    stream.close();
  }
}
