package io.pumphouse.hal.reading;

import java.util.regex.Pattern;

/**
 * The name a pump has in the configuration, such as {@code house}: lower-case letters, digits and
 * hyphens, at most 32.
 *
 * @param name the name, as it stands in addresses, topics and file names
 */
public record PumpId(String name) {
  private static final Pattern LEGAL = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  public PumpId {
    if (!isLegal(name)) {
      throw new IllegalArgumentException(
          "pump id \"" + name + "\": use lower-case letters, digits and hyphens, at most 32");
    }
  }

  public static boolean isLegal(String name) {
    return LEGAL.matcher(name).matches();
  }

  @Override
  public String toString() {
    return name;
  }
}
