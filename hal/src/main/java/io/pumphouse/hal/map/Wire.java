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
  HUSDATA_H1,
  /** The pages of a Husdata H60 or H66 gateway. */
  HUSDATA_H66;

  /** The word in map files and configuration: {@code rtu-over-tcp}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether Modbus is spoken on it, in one framing or another. */
  public boolean isModbus() {
    return switch (this) {
      case TCP, RTU, RTU_OVER_TCP -> true;
      case REGO, HUSDATA_H1, HUSDATA_H66 -> false;
    };
  }

  /** Whether it is a serial port of this machine. */
  public boolean isSerial() {
    return switch (this) {
      case RTU, REGO, HUSDATA_H1 -> true;
      case TCP, RTU_OVER_TCP, HUSDATA_H66 -> false;
    };
  }

  /** The address spaces of what is spoken on it. */
  public List<Space> spaces() {
    return switch (this) {
      case TCP, RTU, RTU_OVER_TCP ->
          List.of(Space.COIL, Space.DISCRETE, Space.INPUT, Space.HOLDING);
      case REGO -> List.of(Space.PANEL, Space.SYSTEM, Space.TIMER);
      case HUSDATA_H1, HUSDATA_H66 -> List.of(Space.GATEWAY);
    };
  }

  /** What is spoken on it; a map is for one protocol, over whatever wires. */
  String protocol() {
    return isModbus() ? "modbus" : word();
  }

  /** Whether one number on it can have 32 bits. */
  boolean carries32Bits() {
    return switch (this) {
      case TCP, RTU, RTU_OVER_TCP, HUSDATA_H66 -> true;
      case REGO, HUSDATA_H1 -> false;
    };
  }

  /** Whether one line can be shared, told apart by unit ids; elsewhere a pump has it alone. */
  public boolean hasUnits() {
    return isModbus();
  }
}
