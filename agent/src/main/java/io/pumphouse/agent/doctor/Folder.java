package io.pumphouse.agent.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files in folders that may not be there or not be ours to read. Stateless. */
final class Folder {
  private Folder() {}

  /** At most so many of what lies in it, the newest first; nothing if it cannot be read. */
  static List<Path> newest(Path folder, int most) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.comparing(Folder::age)).limit(most).toList();
    } catch (IOException _) {
      return List.of(); // not there, or not for us
    }
  }

  private static long age(Path file) {
    try {
      return -Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
    } catch (IOException _) {
      return 0; // went meanwhile
    }
  }
}
