package io.pumphouse.hal.modbus;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a device calls itself. It may be the pump, or the accessory or gateway that speaks Modbus
 * for it. Only printable characters; each part may be empty. Immutable.
 *
 * @param vendor who made it: {@code NIBE AB}
 * @param product what it is: {@code MODBUS 40}
 * @param version of its software: {@code 10}
 */
public record Nameplate(String vendor, String product, String version) {
  /** The device does not say. */
  public static final Nameplate BLANK = new Nameplate("", "", "");

  public boolean isBlank() {
    return equals(BLANK);
  }

  /** {@code NIBE AB, MODBUS 40, version 10}. */
  @Override
  public String toString() {
    return Stream.of(vendor, product, version.isEmpty() ? "" : "version " + version)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
