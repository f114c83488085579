package io.pumphouse.hal.line;

import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Heard;
import io.pumphouse.hal.line.Line.Opened;
import io.pumphouse.hal.line.Line.Opening;
import io.pumphouse.hal.line.Line.Sending;
import io.pumphouse.hal.line.Line.Sent;
import io.pumphouse.hal.line.Line.Silence;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A TCP connection that this side makes, once. One thread connects and talks; any thread may close.
 *
 * <p>Blocking sockets would change their mode with four system calls around every wait; here a
 * question, the wait for its answer and a look at an idle line are one call each.
 */
final class TcpWire implements AutoCloseable {
  /** Longer than any frame there is. */
  private static final int LONGEST_READ = 1024;

  private final String name;
  private final SocketChannel channel;
  private final Selector arrivals;
  private final ByteBuffer room = ByteBuffer.allocateDirect(LONGEST_READ);

  private TcpWire(String name, SocketChannel channel, Selector arrivals) {
    this.name = name;
    this.channel = channel;
    this.arrivals = arrivals;
  }

  /** A wire that is not connected yet, but can be closed. */
  static TcpWire unconnected(String name) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      return new TcpWire(name, channel, Selector.open());
    } catch (IOException trouble) {
      channel.close();
      throw trouble;
    }
  }

  Opening connect(InetSocketAddress address, Duration within) {
    try {
      if (address.isUnresolved()) {
        throw new UnknownHostException(address.getHostString());
      }
      channel.socket().setTcpNoDelay(true);
      channel.socket().connect(address, millis(within));
      channel.configureBlocking(false);
      channel.register(arrivals, SelectionKey.OP_READ);
      return new Opened();
    } catch (ClosedSelectorException _) {
      return TcpTrouble.connecting(name, new ClosedChannelException());
    } catch (IOException trouble) {
      return TcpTrouble.connecting(name, trouble);
    }
  }

  Sending send(Frame frame) {
    try {
      frame.putInto(room.clear());
      channel.write(room.flip());
      return room.hasRemaining() ? stuck() : new Sent();
    } catch (IOException trouble) {
      return TcpTrouble.talking(name, trouble);
    }
  }

  Heard hear(Duration atMost) {
    try {
      if (!atMost.isZero() && arrivals.select(millis(atMost)) == 0) {
        return nothing();
      }
      arrivals.selectedKeys().clear();
      int count = channel.read(room.clear());
      return switch (count) {
        case -1 -> ended();
        case 0 -> new Silence();
        default -> new Bytes(Frame.of(room.flip()));
      };
    } catch (ClosedSelectorException _) {
      return TcpTrouble.talking(name, new ClosedChannelException());
    } catch (IOException trouble) {
      return TcpTrouble.talking(name, trouble);
    }
  }

  /** Closing ends a wait with nothing; so does an interrupt, which would end every later one. */
  private Heard nothing() {
    if (!channel.isOpen()) {
      return TcpTrouble.talking(name, new ClosedChannelException());
    }
    return Thread.currentThread().isInterrupted()
        ? TcpTrouble.talking(name, new ClosedByInterruptException())
        : new Silence();
  }

  /** Whole milliseconds, rounded up; never zero, which a socket takes for "for ever". */
  private static int millis(Duration atMost) {
    return Math.clamp(atMost.plusNanos(999_999).toMillis(), 1, Integer.MAX_VALUE);
  }

  private Broken ended() {
    return new Broken(
        name + ": closed by the other end",
        "the device closes connections when it restarts or has too many; if it stays, restart it");
  }

  /** Thousands of questions wait in its queue, none of them read. */
  private Broken stuck() {
    return new Broken(name + ": the other end takes no more bytes", "the device hangs; restart it");
  }

  @Override
  public void close() {
    try (arrivals) {
      channel.close();
    } catch (IOException _) {
      // The connection is given up either way, and there is nobody left to tell.
    }
  }
}
