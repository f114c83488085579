package io.pumphouse.hal.line;

import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Heard;
import io.pumphouse.hal.line.Line.Sending;
import io.pumphouse.hal.line.Line.Sent;
import io.pumphouse.hal.line.Line.Silence;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A socket that the other side connected. One thread talks; any thread may close. */
final class TcpStream implements AutoCloseable {
  private static final int LONGEST_READ = 4096;

  private final String name;
  private final Socket socket;

  TcpStream(String name, Socket socket) {
    this.name = name;
    this.socket = socket;
  }

  Sending send(Frame frame) {
    try {
      socket.getOutputStream().write(frame.toBytes());
      return new Sent();
    } catch (IOException trouble) {
      return TcpTrouble.talking(name, trouble);
    }
  }

  Heard hear(Duration atMost) {
    try {
      socket.setSoTimeout(timeout(atMost));
      byte[] bytes = new byte[LONGEST_READ];
      int count = socket.getInputStream().read(bytes);
      return count < 0 ? ended() : new Bytes(Frame.of(bytes, count));
    } catch (SocketTimeoutException _) {
      return new Silence();
    } catch (IOException trouble) {
      return TcpTrouble.talking(name, trouble);
    }
  }

  /** Whole milliseconds, rounded up; never zero, which a socket takes for "for ever". */
  private static int timeout(Duration atMost) {
    long millis = atMost.plusNanos(999_999).toMillis();
    return Math.clamp(millis, 1, Integer.MAX_VALUE);
  }

  private Broken ended() {
    return new Broken(
        name + ": closed by the other end",
        "the device closes connections when it restarts or has too many; if it stays, restart it");
  }

  boolean isClosed() {
    return socket.isClosed();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // The connection is given up either way, and there is nobody left to tell.
    }
  }
}
