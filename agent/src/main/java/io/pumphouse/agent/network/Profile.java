package io.pumphouse.agent.network;

import java.util.List;

/**
 * How a connection of NetworkManager gets its IPv4 address. Immutable.
 *
 * @param uuid which connection
 * @param device the device it is on
 * @param method {@code auto} or {@code manual}
 * @param addresses as nmcli writes them
 * @param gateway empty for none
 * @param dns empty for none
 */
record Profile(
    String uuid, String device, String method, String addresses, String gateway, String dns) {
  private static final int LINES = 6;

  /** What a call of nmcli needs to make a connection so. */
  List<String> settings() {
    return List.of(
        "ipv4.method",
        method,
        "ipv4.addresses",
        addresses,
        "ipv4.gateway",
        gateway,
        "ipv4.dns",
        dns);
  }

  /** As it is kept until it is needed again. */
  String text() {
    return String.join("\n", uuid, device, method, addresses, gateway, dns) + "\n";
  }

  /** What was kept; none if it is not whole, as after a power cut. */
  static List<Profile> of(String text) {
    List<String> lines = text.lines().toList();
    return lines.size() == LINES && text.endsWith("\n")
        ? List.of(
            new Profile(
                lines.get(0), lines.get(1), lines.get(2), lines.get(3), lines.get(4), lines.get(5)))
        : List.of();
  }
}
