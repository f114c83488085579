package io.pumphouse.hal.line;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A serial port behind a USB plug, as the kernel describes it.
 *
 * @param device its name under {@code /dev}: {@code ttyUSB0}
 * @param vendor four hexadecimal digits, lower case
 * @param product four hexadecimal digits, lower case
 * @param serial the serial number; empty if the adapter has none
 */
record UsbPort(String device, String vendor, String product, String serial) {
  /** The adapter stands at most this far above its port: port, interface, adapter. */
  private static final int CLIMB = 4;

  /**
   * All that are plugged in now, by name.
   *
   * @param ttys {@code /sys/class/tty}
   */
  static List<UsbPort> all(Path ttys) {
    List<UsbPort> ports = new ArrayList<>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(ttys)) {
      names.forEach(tty -> of(tty).ifPresent(ports::add));
    } catch (IOException | DirectoryIteratorException _) {
      // No such folder, no such ports: what was looked for is then told as missing.
      return List.of();
    }
    ports.sort(Comparator.comparing(UsbPort::device));
    return Collections.unmodifiableList(ports);
  }

  private static Optional<UsbPort> of(Path tty) {
    try {
      Path device = tty.resolve("device").toRealPath();
      return Stream.iterate(Optional.of(device), at -> at.map(Path::getParent))
          .limit(CLIMB)
          .flatMap(Optional::stream)
          .filter(at -> Files.exists(at.resolve("idVendor")))
          .findFirst()
          .map(adapter -> of(tty.getFileName().toString(), adapter));
    } catch (IOException _) {
      // Most ttys are consoles without a device behind them; others leave while we look.
      return Optional.empty();
    }
  }

  private static UsbPort of(String device, Path adapter) {
    return new UsbPort(
        device,
        word(adapter.resolve("idVendor")),
        word(adapter.resolve("idProduct")),
        word(adapter.resolve("serial")));
  }

  private static String word(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException _) {
      return "";
    }
  }

  /** As a configuration names it. */
  String name() {
    return "usb:" + vendor + ":" + product + (serial.isEmpty() ? "" : ":" + serial);
  }

  @Override
  public String toString() {
    return "/dev/" + device + " = " + name();
  }
}
