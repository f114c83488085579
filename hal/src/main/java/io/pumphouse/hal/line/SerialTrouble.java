package io.pumphouse.hal.line;

import io.pumphouse.hal.line.Line.Broken;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Puts what the system says about a serial port into a technician's words. The numbers are Linux's
 * errno.
 */
final class SerialTrouble {
  private SerialTrouble() {}

  static Broken noSuchPort(String path) {
    return new Broken(
        path + ": no such port",
        "check that the adapter is plugged in; ls /dev/serial/by-id shows the ports there are");
  }

  /** Whether another process has the port locked. */
  static boolean isBusy(int errno) {
    return errno == 11 || errno == 16;
  }

  /** Why a port could not be opened that other processes have open, as far as they are known. */
  static Broken busy(String path, List<Holder> holders) {
    return holders.isEmpty()
        ? new Broken(
            path + ": busy, locked by another program",
            "fuser -v " + path + " names it; stop it, or a login console on this port")
        : new Broken(
            path + ": busy, open in " + list(holders),
            "stop what should not be there; a login console is taken off a port by raspi-config");
  }

  private static String list(List<Holder> holders) {
    return holders.stream().map(Holder::toString).collect(Collectors.joining(", "));
  }

  /** Why a port could not be opened that another line of ours has open. */
  static Broken ours(String path) {
    return new Broken(
        path + ": busy, already open in this program",
        "name each port once only, for one pump or for the console");
  }

  /**
   * Why a port that exists and is free could not be opened.
   *
   * @param device the device file, no link
   */
  static Broken opening(Wiring.Serial wiring, Path device, int errno) {
    String path = wiring.path();
    return switch (errno) {
      case 1 -> kept(path);
      case 13 -> PortOwner.of(device).noPermission(path);
      // Of a node without hardware, some drivers say that it does not exist.
      case 2, 5, 6, 19 -> isPlugged(device) ? mute(path) : hollow(path);
      case 22 ->
          new Broken(
              path + ": does not accept " + settings(wiring),
              "use settings that this adapter supports; a pseudo-terminal takes parity none only");
      case 25 -> new Broken(path + ": not a serial port", "check the path");
      default ->
          new Broken(path + ": cannot be opened, system error " + errno, "see the system's log");
    };
  }

  /** Whatever the file's mode says, a control group or a filter of the service says no. */
  private static Broken kept(String path) {
    return new Broken(
        path + ": the service is not let at this kind of port",
        "sudo systemctl edit pumphouse, and under [Service]: DeviceAllow=" + path + " rw");
  }

  /** Names of the kernel: ttyUSB0, ttyACM0. */
  private static boolean isPlugged(Path device) {
    String name = device.getFileName().toString();
    return name.startsWith("ttyUSB") || name.startsWith("ttyACM");
  }

  private static Broken mute(String path) {
    return new Broken(path + ": the device does not respond", "unplug the adapter and plug it in");
  }

  private static Broken hollow(String path) {
    return new Broken(
        path + ": there is no hardware behind this port",
        "name another: ls /dev/serial/by-id shows adapters; raspi-config switches a UART of the Pi"
            + " on, pumphouse-gadget its USB socket");
  }

  /** Why the port's driver cannot be told who turns the bus around. */
  static Broken noRs485(String path, int errno) {
    return switch (errno) {
      case 25, 22, 95, 524 ->
          new Broken(
              path + ": its driver cannot switch RS-485 by RTS",
              "delete rs485: of this line, an adapter that switches by itself needs none; else use"
                  + " a port that can, such as a UART of the Pi");
      default ->
          new Broken(
              path + ": refused the RS-485 settings, system error " + errno,
              "delete rs485: of this line to leave the port as the device tree has set it");
    };
  }

  /** What a driver made of settings that it cannot do as they are. */
  static Broken otherRs485(String path, Rs485Words wanted, Rs485Words took) {
    return new Broken(
        path + ": asked for RS-485 with " + wanted + "; its driver made of that " + took,
        "write under rs485: what the driver can do, if the transceiver works with it");
  }

  static Broken lost(String path) {
    return new Broken(
        path + ": the port is gone", "check that the adapter is still plugged in and has power");
  }

  static Broken notWritten(String path, int written, int length) {
    return new Broken(
        path + ": sent only " + Math.max(0, written) + " of " + length + " bytes",
        "check that the adapter is still plugged in and has power");
  }

  private static String settings(Wiring.Serial wiring) {
    return wiring.baud()
        + " baud, 8 data bits, parity "
        + wiring.parity().name().toLowerCase(Locale.ROOT)
        + ", stop bits "
        + wiring.stopBits();
  }
}
