package io.pumphouse.agent.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether this machine has a way to others; see {@code /proc/net/route}. Stateless. */
final class Network {
  private static final int FLAGS = 3;
  private static final int ROUTE_IS_UP = 1;

  private Network() {}

  static boolean isThere() {
    return isThere(Path.of("/proc/net/route")) || hasRoute6(Path.of("/proc/net/ipv6_route"));
  }

  /** Any route will do: a machine on a cable of its own needs no gateway. */
  static boolean isThere(Path routes) {
    return lines(routes).stream()
        .skip(1)
        .map(line -> List.of(line.split("\t")))
        .filter(fields -> fields.size() > FLAGS)
        .anyMatch(fields -> (Integer.parseInt(fields.get(FLAGS), 16) & ROUTE_IS_UP) != 0);
  }

  private static boolean hasRoute6(Path routes) {
    return lines(routes).stream().anyMatch(line -> !line.endsWith(" lo") && !line.startsWith("fe"));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException _) {
      return List.of(); // a kernel without this protocol
    }
  }
}
