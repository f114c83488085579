package io.pumphouse.agent.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that is gone with everything in it when it is closed.
 *
 * @param path where it is
 */
record ScratchFolder(Path path) implements AutoCloseable {
  /** Makes a new one in the temp folder. */
  static ScratchFolder make(String prefix) throws IOException {
    return new ScratchFolder(Files.createTempDirectory(prefix));
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException("remove " + path, failure);
    }
  }
}
