package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.Wiring;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A technician's terminal program at the far end of a cable. Confined to one thread. */
final class Laptop implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final SystemTime time = new SystemTime();
  private final Line line;
  private final StringBuilder screen = new StringBuilder();

  Laptop(Path port) {
    line = new SerialLine(new Wiring.Serial(port.toString(), 115_200, Wiring.Parity.NONE, 1), time);
    assertThat(line.open()).isInstanceOf(Line.Opened.class);
  }

  void type(String keys) {
    byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
    assertThat(line.send(Frame.of(bytes, bytes.length))).isInstanceOf(Line.Sent.class);
  }

  /** Waits until this is on the screen; returns what came up to then. */
  String sees(String words) {
    long end = time.nanos() + PATIENCE.toNanos();
    while (screen.indexOf(words) < 0) {
      assertThat(time.nanos()).as("\"%s\" after:%n%s", words, screen).isLessThan(end);
      if (line.hear(LOOK) instanceof Line.Bytes(Frame bytes)) {
        screen.append(new String(bytes.toBytes(), StandardCharsets.UTF_8));
      }
    }
    String seen = screen.substring(0, screen.indexOf(words) + words.length());
    screen.delete(0, seen.length());
    return seen;
  }

  /** Types a line, and returns what is shown until the next one may be typed. */
  String asks(String typed) {
    type(typed + "\r");
    return sees("pumphouse> ");
  }

  @Override
  public void close() {
    line.close();
  }
}
