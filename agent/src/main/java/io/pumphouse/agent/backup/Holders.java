package io.pumphouse.agent.backup;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who keeps a medium busy, as far as this user may see. Stateless. */
final class Holders {
  private Holders() {}

  /** The processes that stand or have a file open below this folder: {@code bash (123)}. */
  static List<String> of(Path point) {
    List<String> holders = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : all) {
        if (holds(process, point)) {
          String name = Files.readString(process.resolve("comm")).strip();
          holders.add(name + " (" + process.getFileName() + ")");
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      return holders; // one has ended meanwhile; those found so far still help
    }
    return holders;
  }

  private static boolean holds(Path process, Path point) {
    if (isBelow(process.resolve("cwd"), point)) {
      return true;
    }
    try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : open) {
        if (isBelow(file, point)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      return false; // somebody else's, or gone
    }
    return false;
  }

  private static boolean isBelow(Path link, Path point) {
    try {
      return Files.readSymbolicLink(link).startsWith(point);
    } catch (IOException _) {
      return false; // closed meanwhile
    }
  }
}
