package io.pumphouse.hal.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel would show of USB serial adapters, as files in a folder. */
final class FakeUsb {
  private FakeUsb() {}

  /**
   * An adapter with one port, laid out as usb-serial does it: port, interface, adapter.
   *
   * @param kernel stands for /sys; its folder {@code tty} for /sys/class/tty
   * @param serial empty for an adapter without a serial number
   */
  static void plugIn(
      Path kernel, String place, String vendor, String product, String serial, String device)
      throws IOException {
    Path adapter = Files.createDirectories(kernel.resolve("devices").resolve(place));
    Files.writeString(adapter.resolve("idVendor"), vendor + "\n");
    Files.writeString(adapter.resolve("idProduct"), product + "\n");
    if (!serial.isEmpty()) {
      Files.writeString(adapter.resolve("serial"), serial + "\n");
    }
    port(kernel, adapter.resolve(place + ":1.0").resolve(device), device);
  }

  /** A port at this place in the tree of devices. */
  static void port(Path kernel, Path at, String device) throws IOException {
    Files.createDirectories(at);
    Path tty = Files.createDirectories(kernel.resolve("tty").resolve(device));
    Files.createSymbolicLink(tty.resolve("device"), at);
  }

  static void pullOut(Path kernel, String device) throws IOException {
    Path tty = kernel.resolve("tty").resolve(device);
    Files.delete(tty.resolve("device"));
    Files.delete(tty);
  }
}
