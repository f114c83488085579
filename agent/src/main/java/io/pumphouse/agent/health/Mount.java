package io.pumphouse.agent.health;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a part of the tree comes from: a line of {@code /proc/self/mountinfo}, see proc(5).
 *
 * @param device major and minor number: {@code 179:2}
 * @param point where it is mounted
 * @param type {@code ext4}, {@code tmpfs}, {@code overlay}
 * @param source {@code /dev/mmcblk0p2}
 */
record Mount(String device, Path point, String type, String source) {
  private static final int DEVICE = 2;
  private static final int POINT = 4;

  /** The mount that a path lies in: the deepest, and of several at one place the latest. */
  static Optional<Mount> of(Path path, List<String> mountinfo) {
    List<Mount> above = new ArrayList<>();
    for (String line : mountinfo) {
      parse(line).filter(mount -> path.startsWith(mount.point())).ifPresent(above::add);
    }
    return above.stream()
        .reduce((a, b) -> b.point().getNameCount() >= a.point().getNameCount() ? b : a);
  }

  private static Optional<Mount> parse(String line) {
    List<String> words = List.of(line.split(" "));
    int dash = words.indexOf("-"); // ends the optional fields
    return dash < 0 || dash + 2 >= words.size()
        ? Optional.empty()
        : Optional.of(
            new Mount(
                words.get(DEVICE),
                Path.of(words.get(POINT).replace("\\040", " ")),
                words.get(dash + 1),
                words.get(dash + 2)));
  }
}
