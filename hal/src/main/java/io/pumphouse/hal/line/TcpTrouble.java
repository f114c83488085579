package io.pumphouse.hal.line;

import io.pumphouse.hal.line.Line.Broken;
import java.io.IOException;
import java.net.BindException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;

/** Puts what a socket complains of into a technician's words. */
final class TcpTrouble {
  private TcpTrouble() {}

  static Broken connecting(String name, IOException trouble) {
    return switch (trouble) {
      case UnknownHostException _ ->
          new Broken(name + ": host unknown", "check the spelling, or use the IP address");
      case NoRouteToHostException _ ->
          new Broken(name + ": no route to host", "check the network cable and the address");
      case SocketTimeoutException _ ->
          new Broken(
              name + ": no connection in time", "check that the device is on and the address");
      default -> refusedOr(name, trouble);
    };
  }

  private static Broken refusedOr(String name, IOException trouble) {
    String words = words(trouble);
    return switch (words) {
      case "connection refused" ->
          new Broken(
              name + ": connection refused",
              "check the port, and that Modbus TCP is switched on in the pump's menu, or that the"
                  + " serial server or gateway is up");
      case "network is unreachable" ->
          new Broken(name + ": network is unreachable", "check this machine's own network");
      default -> new Broken(name + ": " + words, "check the address and the network");
    };
  }

  static Broken talking(String name, IOException trouble) {
    return new Broken(
        name + ": connection lost (" + words(trouble) + ")",
        "check the network cable, and that the device is on");
  }

  static Broken listening(String name, IOException trouble) {
    if (trouble instanceof BindException) {
      return new Broken(
          name + ": cannot listen (" + words(trouble) + ")",
          "choose another port, or stop the program that uses this one; ports below 1024 need rights");
    }
    return new Broken(name + ": cannot listen (" + words(trouble) + ")", "check the address");
  }

  private static String words(IOException trouble) {
    return Objects.requireNonNullElse(trouble.getMessage(), trouble.getClass().getSimpleName())
        .toLowerCase(Locale.ROOT);
  }
}
