package io.pumphouse.agent.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A line of {@code /proc/self/mountinfo}, see proc_pid_mountinfo(5).
 *
 * @param device major and minor number
 * @param point where it is mounted
 * @param fileSystem its type, such as {@code ext4}
 * @param source what is mounted, such as {@code /dev/sda1}
 * @param isReadOnly whether the mount or its file system refuses writing
 */
record MountLine(String device, Path point, String fileSystem, String source, boolean isReadOnly) {
  private static final int DEVICE = 2;
  private static final int POINT = 4;
  private static final int OPTIONS = 5;

  /** The mount that a path lies in: the deepest, and of several at one place the latest. */
  static Optional<MountLine> of(Path path, List<String> mountinfo) {
    return mountinfo.stream()
        .flatMap(line -> parse(line).stream())
        .filter(mount -> path.startsWith(mount.point()))
        .reduce((a, b) -> b.point().getNameCount() >= a.point().getNameCount() ? b : a);
  }

  /** The latest mount of a device, whose numbers are put together as stat(2) does. */
  static Optional<MountLine> at(long device, List<String> mountinfo) {
    long major = (device >> 8) & 0xfff;
    long minor = (device & 0xff) | ((device >> 12) & 0xfff00);
    return mountinfo.stream()
        .flatMap(line -> parse(line).stream())
        .filter(mount -> mount.device.equals(major + ":" + minor))
        .reduce((_, later) -> later);
  }

  /** Whether its file system is mounted, there or in a second place, perhaps with other options. */
  boolean isIn(List<String> mountinfo) {
    return mountinfo.stream()
        .flatMap(line -> parse(line).stream())
        .anyMatch(mount -> mount.device.equals(device));
  }

  /** The device of the whole disk, where this is a part of one: another part is no other disk. */
  String disk() {
    try {
      Path block = Path.of("/sys/dev/block", device).toRealPath();
      return Files.exists(block.resolve("partition"))
          ? Files.readString(block.resolveSibling("dev")).strip()
          : device;
    } catch (IOException _) {
      return device; // a file system without a disk
    }
  }

  private static Optional<MountLine> parse(String line) {
    List<String> words = List.of(line.split(" "));
    int dash = words.indexOf("-");
    if (dash <= OPTIONS || dash + 3 >= words.size()) {
      return Optional.empty();
    }
    boolean isReadOnly = isReadOnly(words.get(OPTIONS)) || isReadOnly(words.get(dash + 3));
    Path point = Path.of(words.get(POINT).replace("\\040", " "));
    return Optional.of(
        new MountLine(
            words.get(DEVICE), point, words.get(dash + 1), words.get(dash + 2), isReadOnly));
  }

  private static boolean isReadOnly(String options) {
    return List.of(options.split(",")).contains("ro");
  }
}
