package io.pumphouse.agent.doctor;

import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.agent.config.PumpConfig;
import io.pumphouse.hal.line.UsbName;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.web.model.Doctor.Sign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether each serial port of the configuration is there, and the agent's user may use it.
 *
 * @param groups {@code /etc/group}
 * @param devices {@code /dev}, for what else there is
 */
public record PortExam(ConfigFile reader, Path file, Path groups, Path devices) implements Exam {
  private static final String USER = "pumphouse";

  @Override
  public List<Sign> signs() {
    return switch (reader.read(file)) {
      case Loaded.Valid(Config config) -> ports(config).stream().map(this::sign).toList();
      case Loaded.Wrong _ -> List.of(); // which is told already
    };
  }

  private static Set<String> ports(Config config) {
    Set<String> ports = new TreeSet<>();
    for (PumpConfig pump : config.pumps()) {
      if (pump.wiring() instanceof Wiring.Serial serial) {
        ports.add(serial.path());
      }
    }
    return ports;
  }

  private Sign sign(String port) {
    String name = "port " + port;
    if (UsbName.of(port).isPresent()) {
      return Sign.well(name, "looked for by its numbers each time it is opened");
    }
    try {
      Path real = Path.of(port).toRealPath();
      return sign(name, real, Files.readAttributes(real, PosixFileAttributes.class));
    } catch (IOException _) {
      return Sign.bad(
          name,
          "there is no such port; there are: " + others(),
          "plug the adapter in, or write one of these at line: serial:");
    }
  }

  private Sign sign(String name, Path real, PosixFileAttributes seen) {
    String rights =
        real
            + " belongs to "
            + seen.owner().getName()
            + ":"
            + seen.group().getName()
            + " "
            + PosixFilePermissions.toString(seen.permissions());
    boolean isGroups =
        seen.permissions()
            .containsAll(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE));
    if (seen.owner().getName().equals(USER) || (isGroups && isMember(seen.group().getName()))) {
      return Sign.well(name, rights);
    }
    return isGroups
        ? Sign.bad(
            name,
            rights + ", and the user " + USER + " is not in that group",
            "sudo usermod -aG %s %s, then: sudo systemctl restart pumphouse"
                .formatted(seen.group().getName(), USER))
        : Sign.bad(
            name,
            rights + ": not for its group",
            "look which udev rule gives it away: udevadm info " + real);
  }

  private boolean isMember(String group) {
    try (Stream<String> lines = Files.lines(groups)) {
      return lines
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length == 4 && fields[0].equals(group))
          .anyMatch(fields -> List.of(fields[3].split(",", -1)).contains(USER));
    } catch (IOException _) {
      return false; // a machine without groups gives no rights by them
    }
  }

  private String others() {
    List<Path> found =
        Stream.of("serial/by-id", "serial/by-path", "pumphouse")
            .map(devices::resolve)
            .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
            .flatMap(folder -> Folder.newest(folder, 8).stream())
            .toList();
    return found.isEmpty()
        ? "none at the USB"
        : String.join(", ", found.stream().map(Path::toString).toList());
  }
}
