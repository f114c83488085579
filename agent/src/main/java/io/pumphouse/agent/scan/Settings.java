package io.pumphouse.agent.scan;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.SerialHabit;
import java.util.Locale;

/** Wirings as the configuration writes them and as people say them. Pure. */
final class Settings {
  private Settings() {}

  /** A serial port set up like this. */
  static Wiring wiring(String path, SerialHabit habit) {
    return new Wiring.Serial(path, habit.baud(), habit.parity(), habit.stopBits());
  }

  static String spoken(Wiring wiring) {
    return switch (wiring) {
      case Wiring.Serial serial ->
          serial.baud()
              + " baud, parity "
              + word(serial.parity())
              + ", "
              + serial.stopBits()
              + " stop bit";
      case Wiring.Tcp _ -> "Modbus TCP";
      case Wiring.RtuOverTcp _ -> "serial server";
      case Wiring.Http _ -> "web server";
    };
  }

  /** The inside of {@code line: {…}}, without the unit. */
  static String keys(Wiring wiring) {
    return switch (wiring) {
      case Wiring.Serial serial ->
          "serial: %s, baud: %d, parity: %s, stop-bits: %d"
              .formatted(
                  quoted(serial.path()), serial.baud(), word(serial.parity()), serial.stopBits());
      case Wiring.Tcp _ -> "tcp: " + quoted(wiring.name());
      case Wiring.RtuOverTcp _ -> "rtu-over-tcp: " + quoted(wiring.name());
      case Wiring.Http _ -> "http: " + quoted("http://" + wiring.name());
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String word(Wiring.Parity parity) {
    return parity.name().toLowerCase(Locale.ROOT);
  }
}
