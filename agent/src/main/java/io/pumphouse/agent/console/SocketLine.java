package io.pumphouse.agent.console;

import io.pumphouse.agent.command.Terminal;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The terminal of a command as a line: its keys are read by a thread of their own. Thread-safe. */
final class SocketLine implements Line {
  private static final int ROOM = 64;
  private static final int PIECE = 256;

  private final Terminal terminal;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(ROOM);

  SocketLine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public String name() {
    return "this machine";
  }

  @Override
  public Opening open() {
    Thread.ofVirtual().name("keys of " + terminal.user()).start(this::listen);
    return new Opened();
  }

  private void listen() {
    byte[] bytes = new byte[PIECE];
    try {
      for (int size = 0; size >= 0; size = terminal.in().read(bytes, 0, PIECE)) {
        if (size > 0) {
          heard.put(new Bytes(Frame.of(bytes, size)));
        }
      }
      heard.put(hungUp("the terminal is closed"));
    } catch (IOException failure) {
      heard.offer(hungUp("the terminal is gone: " + failure.getMessage()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Broken hungUp(String cause) {
    return new Broken(cause, "open another console");
  }

  /** Once broken, always broken. */
  @Override
  public Heard hear(Duration atMost) {
    try {
      Heard next = heard.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
      if (next instanceof Broken) {
        heard.offer(next);
      }
      return next == null ? new Silence() : next;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return hungUp("the session is over");
    }
  }

  @Override
  public Sending send(Frame frame) {
    terminal.out().print(new String(frame.toBytes(), StandardCharsets.UTF_8));
    return terminal.isGone() ? hungUp("the terminal is gone") : new Sent();
  }

  /** The connection belongs to the command, and an interrupt would close it: it ends by itself. */
  @Override
  public void close() {}
}
