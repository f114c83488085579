package io.pumphouse.hal.line;

import io.pumphouse.hal.line.Line.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the device file behind a configured port, anew each time it is opened: an adapter that was
 * pulled out may come back under another name. Immutable.
 *
 * @param ttys where the kernel lists its ports: {@code /sys/class/tty}
 * @param devices where the device files are: {@code /dev}
 */
record PortFinder(Path ttys, Path devices) {
  static final PortFinder HERE = new PortFinder(Path.of("/sys/class/tty"), Path.of("/dev"));

  /** What was found. */
  sealed interface Found {}

  /** The port is there, as this file. */
  record At(Path device) implements Found {}

  /** It cannot be told which file it is. */
  record Nowhere(Broken why) implements Found {}

  Found find(String port) {
    Optional<UsbName> name = UsbName.of(port);
    return name.isPresent() ? plugged(name.get()) : existing(port, Path.of(port));
  }

  private static Found existing(String port, Path path) {
    try {
      // Who holds a port is known by the file, not by the links to it.
      return Files.exists(path)
          ? new At(path.toRealPath())
          : new Nowhere(SerialTrouble.noSuchPort(port));
    } catch (IOException _) {
      return new Nowhere(SerialTrouble.noSuchPort(port));
    }
  }

  private Found plugged(UsbName name) {
    List<UsbPort> all = UsbPort.all(ttys);
    List<UsbPort> meant = all.stream().filter(name::means).toList();
    return switch (meant.size()) {
      case 0 -> new Nowhere(missing(name, all));
      case 1 -> new At(devices.resolve(meant.getFirst().device()));
      default -> new Nowhere(ambiguous(name, meant));
    };
  }

  private static Broken missing(UsbName name, List<UsbPort> all) {
    return all.isEmpty()
        ? new Broken(
            name + ": no such adapter, nor any other",
            "check that the adapter is plugged in; lsusb shows what is")
        : new Broken(
            name + ": no such adapter; there is " + list(all),
            "plug the adapter in, or name one of these");
  }

  private static Broken ambiguous(UsbName name, List<UsbPort> meant) {
    boolean canTell =
        meant.stream().map(UsbPort::serial).filter(serial -> !serial.isEmpty()).distinct().count()
            == meant.size();
    return new Broken(
        name + ": " + meant.size() + " ports answer to this: " + list(meant),
        canTell
            ? "add the serial number of the one that is meant"
            : "their serial numbers do not tell them apart: name the port by the socket it is in,"
                + " under /dev/serial/by-path");
  }

  private static String list(List<UsbPort> ports) {
    return ports.stream().map(UsbPort::toString).collect(Collectors.joining(", "));
  }
}
