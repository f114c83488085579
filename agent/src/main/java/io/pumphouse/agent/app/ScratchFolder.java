package io.pumphouse.agent.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for what is only tried out: gone with everything in it when it is closed, unless
 * somebody named it.
 *
 * @param path where it is
 * @param isKept whether it stays
 */
record ScratchFolder(Path path, boolean isKept) implements AutoCloseable {
  /** Makes a new one in the temp folder. */
  static ScratchFolder make(String prefix) throws IOException {
    return new ScratchFolder(Files.createTempDirectory(prefix), false);
  }

  /** One that stays; it must be new or empty, for nothing that is there is ours to mix with. */
  static ScratchFolder at(Path path) throws IOException {
    Files.createDirectories(path);
    try (Stream<Path> files = Files.list(path)) {
      if (files.findAny().isPresent()) {
        throw new FileAlreadyExistsException(path.toString(), null, "not empty");
      }
    }
    return new ScratchFolder(path, true);
  }

  @Override
  public void close() {
    if (isKept) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException("remove " + path, failure);
    }
  }
}
