package io.pumphouse.hal.line;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A serial port named by its adapter, wherever that is plugged in: {@code usb:0403:6001} or {@code
 * usb:0403:6001:A50285BI}.
 *
 * @param vendor four hexadecimal digits, lower case
 * @param product four hexadecimal digits, lower case
 * @param serial the serial number; empty means any
 */
public record UsbName(String vendor, String product, String serial) {
  private static final Pattern SHAPE =
      Pattern.compile("usb:(\\p{XDigit}{4}):(\\p{XDigit}{4})(?::([^\\p{Cntrl}]+))?");

  /** What this text names, or empty if it has not the shape. */
  public static Optional<UsbName> of(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new UsbName(
                matcher.group(1).toLowerCase(Locale.ROOT),
                matcher.group(2).toLowerCase(Locale.ROOT),
                Optional.ofNullable(matcher.group(3)).orElse("")))
        : Optional.empty();
  }

  boolean means(UsbPort port) {
    return vendor.equals(port.vendor())
        && product.equals(port.product())
        && (serial.isEmpty() || serial.equals(port.serial()));
  }

  @Override
  public String toString() {
    return "usb:" + vendor + ":" + product + (serial.isEmpty() ? "" : ":" + serial);
  }
}
