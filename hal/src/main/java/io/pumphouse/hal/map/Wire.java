package io.pumphouse.hal.map;

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
}
