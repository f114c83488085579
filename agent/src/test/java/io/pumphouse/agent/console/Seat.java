package io.pumphouse.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A serial line with a person at it: what they type, and what they see. */
final class Seat implements Line {
  static final String PROMPT = "pumphouse> ";

  private static final Broken GONE = new Broken("/dev/ttyGS0: gone", "plug it in");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 5;

  private final BlockingQueue<Heard> typed = new LinkedBlockingQueue<>();
  private final StringBuilder shown = new StringBuilder();
  private volatile boolean isOpen;

  @Override
  public String name() {
    return "/dev/ttyGS0";
  }

  @Override
  public Opening open() {
    isOpen = true;
    return new Opened();
  }

  @Override
  public synchronized Sending send(Frame frame) {
    shown.append(new String(frame.toBytes(), StandardCharsets.UTF_8));
    notifyAll();
    return new Sent();
  }

  @Override
  public Heard hear(Duration atMost) {
    try {
      Heard next = isOpen ? typed.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS) : GONE;
      if (GONE.equals(next)) {
        isOpen = false;
      }
      return next == null ? new Silence() : next;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Broken("interrupted", "go on");
    }
  }

  @Override
  public void close() {
    isOpen = false;
  }

  void type(String keys) {
    type(keys.getBytes(StandardCharsets.UTF_8));
  }

  void type(byte[] keys) {
    typed.add(new Bytes(Frame.of(keys, keys.length)));
  }

  /** Presses Enter, and says who they are. */
  void logIn(String name, String password) throws InterruptedException {
    type("\r");
    sees("login: ");
    type(name + "\r");
    sees("password: ");
    type(password + "\r");
  }

  void unplug() {
    typed.add(GONE);
  }

  /** Waits until this is shown, and forgets what was shown up to then; returns that. */
  synchronized String sees(String words) throws InterruptedException {
    SystemTime time = new SystemTime();
    long end = time.nanos() + PATIENCE.toNanos();
    while (shown.indexOf(words) < 0) {
      assertThat(time.nanos()).as("\"%s\" after:%n%s", words, shown).isLessThan(end);
      wait(PATIENCE.toMillis());
    }
    String seen = shown.substring(0, shown.indexOf(words) + words.length());
    shown.delete(0, seen.length());
    return seen;
  }
}
