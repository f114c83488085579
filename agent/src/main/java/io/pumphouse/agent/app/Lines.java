package io.pumphouse.agent.app;

import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.TcpLine;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;

/** Makes the line that a wiring calls for. Pure. */
public final class Lines {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

  private Lines() {}

  /** A line that is not open yet. */
  public static Line to(Wiring wiring, TimeSource time) {
    return switch (wiring) {
      case Wiring.Serial serial -> new SerialLine(serial, time);
      case Wiring.Tcp(var host, var port) -> new TcpLine(host, port, CONNECT_WITHIN);
      case Wiring.RtuOverTcp(var host, var port) -> new TcpLine(host, port, CONNECT_WITHIN);
      case Wiring.Http(var host, var port) -> new TcpLine(host, port, CONNECT_WITHIN);
    };
  }
}
