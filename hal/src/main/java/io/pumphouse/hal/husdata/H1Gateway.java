package io.pumphouse.hal.husdata;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;

/**
 * A Husdata H1 as its port shows it: everything on {@code XR}, changes afterwards, labels after
 * {@code XP}, everything once a minute after {@code XM}, a restart on {@code !}, {@code XW} passed
 * on to the pump. It begins as after a restart, without labels. Confined to the thread that serves;
 * to end it, close the line.
 */
public final class H1Gateway {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration BETWEEN_FULL_UPDATES = Duration.ofMinutes(1);

  private final Line line;
  private final TimeSource time;
  private final Teller teller;
  private long looksAt;
  private long tellsAllAt;

  /**
   * A gateway on this line.
   *
   * @param line its serial port, or one client of a serial server
   * @param map which numbers it knows
   * @param bank what they are, one address of the gateway's space each; what is refused is not told
   */
  public H1Gateway(Line line, RegisterMap map, RegisterBank bank, TimeSource time) {
    this.line = line;
    this.time = time;
    this.teller = new Teller(map, bank);
    this.looksAt = time.nanos();
    this.tellsAllAt = time.nanos();
  }

  /**
   * Opens the line if need be and talks until it is closed or breaks.
   *
   * @return why it ended
   */
  public Broken serve() {
    if (line.open() instanceof Broken why) {
      return why;
    }
    while (true) {
      Line.Sending turn =
          switch (line.hear(untilNextLook())) {
            case Bytes(Frame typed) -> say(teller.heard(typed).plus(unasked()));
            case Silence _ -> say(unasked());
            case Broken why -> why;
          };
      if (turn instanceof Broken why) {
        line.close();
        return why;
      }
    }
  }

  private Duration untilNextLook() {
    return Duration.ofNanos(Math.max(0, looksAt - time.nanos()));
  }

  private Frame unasked() {
    if (time.nanos() < looksAt) {
      return Frame.empty();
    }
    looksAt = time.nanos() + LOOK.toNanos();
    if (!teller.isFull() || time.nanos() < tellsAllAt) {
      return teller.changes();
    }
    tellsAllAt = time.nanos() + BETWEEN_FULL_UPDATES.toNanos();
    return teller.everything();
  }

  private Line.Sending say(Frame frame) {
    return frame.isEmpty() ? new Line.Sent() : line.send(frame);
  }
}
