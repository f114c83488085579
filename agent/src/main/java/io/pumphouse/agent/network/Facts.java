package io.pumphouse.agent.network;

import java.io.IOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this machine is connected, by what its kernel tells. */
final class Facts {
  private static final Path ROUTES = Path.of("/proc/net/route");
  private static final Path RESOLVER = Path.of("/etc/resolv.conf");
  private static final Path NAME = Path.of("/proc/sys/kernel/hostname");

  private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

  private Facts() {}

  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("name: " + String.join("", read(NAME)));
    try {
      NetworkInterface.networkInterfaces().forEach(each -> lines.add(device(each)));
    } catch (IOException failure) {
      lines.add("devices: not told: " + failure.getMessage());
    }
    read(ROUTES).stream().flatMap(Facts::gateway).forEach(lines::add);
    read(RESOLVER).stream()
        .filter(line -> line.startsWith("nameserver "))
        .map(line -> "names from: " + line.substring("nameserver ".length()).strip())
        .forEach(lines::add);
    return lines;
  }

  private static String device(NetworkInterface device) {
    String addresses =
        device.getInterfaceAddresses().stream()
            .map(Facts::address)
            .collect(Collectors.joining(", "));
    try {
      byte[] mac = device.getHardwareAddress();
      return device.getName()
          + ": "
          + (device.isUp() ? "up" : "down")
          + (addresses.isEmpty() ? ", no address" : ", " + addresses)
          + (mac == null ? "" : ", " + HexFormat.ofDelimiter(":").formatHex(mac));
    } catch (IOException gone) {
      return device.getName() + ": " + gone.getMessage();
    }
  }

  private static String address(InterfaceAddress address) {
    return brief(address.getAddress().getHostAddress().replaceFirst("%.*", ""))
        + "/"
        + address.getNetworkPrefixLength();
  }

  /** As people write it: the longest run of zeros of an IPv6 address left out (RFC 5952). */
  static String brief(String address) {
    return ZEROS
        .matcher(address)
        .results()
        .reduce((one, other) -> zeros(other) > zeros(one) ? other : one)
        .map(run -> address.substring(0, run.start()) + "::" + address.substring(run.end()))
        .orElse(address);
  }

  private static long zeros(MatchResult run) {
    return run.group().chars().filter(each -> each == '0').count();
  }

  /** The default route, whose address the kernel writes backwards. */
  private static Stream<String> gateway(String route) {
    String[] fields = route.split("\t", -1);
    if (fields.length < 3 || !fields[1].equals("00000000") || fields[2].length() != 8) {
      return Stream.of();
    }
    long hex = Long.parseLong(fields[2], 16);
    return Stream.of(
        "gateway: %d.%d.%d.%d by %s"
            .formatted(hex & 255, hex >> 8 & 255, hex >> 16 & 255, hex >> 24 & 255, fields[0])
            .toLowerCase(Locale.ROOT));
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException _) { // another system: it has no such file
      return List.of();
    }
  }
}
