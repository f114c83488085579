package io.pumphouse.hal.map;

import java.util.Locale;

/** The kinds of wire a model can have. */
public enum Wire {
  TCP,
  RTU,
  RTU_OVER_TCP;

  /** The word in map files and configuration: {@code rtu-over-tcp}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
