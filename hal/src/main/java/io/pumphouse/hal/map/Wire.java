package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Space;
import java.util.List;
import java.util.Locale;

/** The kinds of wire a model can have. */
public enum Wire {
  TCP,
  RTU,
  RTU_OVER_TCP,
  /** The service port of an IVT Rego 600 to 637. */
  REGO,
  /** The serial port of a Husdata H1 gateway. */
  HUSDATA_H1;

  /** The word in map files and configuration: {@code rtu-over-tcp}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether Modbus is spoken on it, in one framing or another. */
  public boolean isModbus() {
    return switch (this) {
      case TCP, RTU, RTU_OVER_TCP -> true;
      case REGO, HUSDATA_H1 -> false;
    };
  }

  /** Whether it is a serial port of this machine. */
  public boolean isSerial() {
    return switch (this) {
      case RTU, REGO, HUSDATA_H1 -> true;
      case TCP, RTU_OVER_TCP -> false;
    };
  }

  /** The address spaces of what is spoken on it. */
  public List<Space> spaces() {
    return switch (this) {
      case TCP, RTU, RTU_OVER_TCP ->
          List.of(Space.COIL, Space.DISCRETE, Space.INPUT, Space.HOLDING);
      case REGO -> List.of(Space.PANEL, Space.SYSTEM, Space.TIMER);
      case HUSDATA_H1 -> List.of(Space.GATEWAY);
    };
  }

  /** Whether one line can be shared, told apart by unit ids; elsewhere a pump has it alone. */
  public boolean hasUnits() {
    return isModbus();
  }
}
