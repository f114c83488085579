package io.pumphouse.agent.transfer;

import io.pumphouse.agent.command.Sticks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sticks as the kernel lists them: devices mounted where people and desktops mount sticks. */
final class MountedSticks implements Sticks {
  private static final List<Path> PLACES =
      List.of(Path.of("/media"), Path.of("/mnt"), Path.of("/run/media"));
  private static final int POINT = 1;
  private static final int OPTIONS = 3;

  private final Path mounts;

  /**
   * Sticks by this list.
   *
   * @param mounts as {@code /proc/self/mounts}
   */
  MountedSticks(Path mounts) {
    this.mounts = mounts;
  }

  @Override
  public List<Path> mounted() {
    try {
      return Files.readAllLines(mounts).stream()
          .map(line -> List.of(line.split(" ")))
          .filter(words -> words.size() > OPTIONS && isStick(words))
          .map(MountedSticks::point)
          .toList();
    } catch (IOException _) { // no such list: a machine that mounts nothing
      return List.of();
    }
  }

  private static boolean isStick(List<String> words) {
    return words.getFirst().startsWith("/dev/")
        && PLACES.stream().anyMatch(point(words)::startsWith)
        && List.of(words.get(OPTIONS).split(",")).contains("rw");
  }

  private static Path point(List<String> words) {
    return Path.of(words.get(POINT).replace("\\040", " "));
  }
}
