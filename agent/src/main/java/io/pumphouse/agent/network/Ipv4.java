package io.pumphouse.agent.network;

import io.pumphouse.agent.command.Addresses.Static;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether what was typed is an address, before a tool is told of it. Pure. */
final class Ipv4 {
  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,14}");
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern ADDRESS = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final int SHORTEST = 8;
  private static final int LONGEST = 30;

  private Ipv4() {}

  static boolean isDevice(String text) {
    return DEVICE.matcher(text).matches();
  }

  /** What is wrong with it; empty if nothing is. */
  static Optional<String> objection(Static wanted) {
    String[] parts = wanted.address().split("/", -1);
    if (!isDevice(wanted.device())) {
      return Optional.of("\"" + wanted.device() + "\" is no device");
    }
    if (parts.length != 2 || !isAddress(parts[0]) || !isLength(parts[1])) {
      return Optional.of("\"" + wanted.address() + "\" is no ADDRESS/LENGTH");
    }
    int length = Integer.parseInt(parts[1]);
    if (!wanted.gateway().isEmpty()
        && !(isAddress(wanted.gateway())
            && network(wanted.gateway(), length) == network(parts[0], length))) {
      return Optional.of(
          "the gateway \"" + wanted.gateway() + "\" is not in the network " + wanted.address());
    }
    return wanted.dns().isEmpty() || isAddress(wanted.dns())
        ? Optional.empty()
        : Optional.of("\"" + wanted.dns() + "\" is no address");
  }

  private static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  private static boolean isLength(String text) {
    return text.matches("[0-9]{1,2}")
        && Integer.parseInt(text) >= SHORTEST
        && Integer.parseInt(text) <= LONGEST;
  }

  private static long network(String address, int length) {
    long bits = 0;
    for (String part : address.split("\\.", -1)) {
      bits = bits << 8 | Long.parseLong(part);
    }
    return bits >> (32 - length);
  }
}
