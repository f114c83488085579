package io.pumphouse.agent.network;

import java.util.ArrayList;
import java.util.List;

/** How the devices of this machine get their addresses, through NetworkManager. */
final class Connections {
  private static final List<String> KEYS =
      List.of("ipv4.method", "ipv4.addresses", "ipv4.gateway", "ipv4.dns");

  private final Nmcli nmcli;

  Connections(Nmcli nmcli) {
    this.nmcli = nmcli;
  }

  /** What is known of a device. */
  sealed interface Read {}

  record Found(Profile profile) implements Read {}

  record No(String cause, String next) implements Read {}

  Read read(String device) {
    return switch (nmcli.call("-g", "GENERAL.CON-UUID", "device", "show", device)) {
      case Nmcli.Failed(String cause, String next) -> new No(cause, next);
      case Nmcli.Said(List<String> lines) when lines.size() == 1 -> read(device, lines.getFirst());
      case Nmcli.Said _ ->
          new No(device + " has no connection", "plug it in, then look at: nmcli device");
    };
  }

  private Read read(String device, String uuid) {
    List<String> values = new ArrayList<>();
    for (String key : KEYS) {
      switch (nmcli.call("-g", key, "connection", "show", "uuid", uuid)) {
        case Nmcli.Failed(String cause, String next) -> {
          return new No(cause, next);
        }
        case Nmcli.Said(List<String> lines) -> values.add(lines.isEmpty() ? "" : lines.getFirst());
      }
    }
    return new Found(
        new Profile(uuid, device, values.get(0), values.get(1), values.get(2), values.get(3)));
  }

  Nmcli.Answer apply(Profile profile) {
    List<String> words = new ArrayList<>(List.of("connection", "modify", "uuid", profile.uuid()));
    words.addAll(profile.settings());
    Nmcli.Answer answer = nmcli.call(words.toArray(String[]::new));
    return answer instanceof Nmcli.Failed
        ? answer
        : nmcli.call("connection", "up", "uuid", profile.uuid());
  }
}
