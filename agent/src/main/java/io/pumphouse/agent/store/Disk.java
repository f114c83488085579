package io.pumphouse.agent.store;

import java.io.File;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * The disk that a file is on.
 *
 * @param file need not exist; its folder tells
 */
record Disk(Path file) implements LongSupplier {
  /** How many bytes are free; plenty where nobody can tell. */
  @Override
  public long getAsLong() {
    File folder = file.toAbsolutePath().resolveSibling(".").toFile();
    return folder.getTotalSpace() == 0 ? Long.MAX_VALUE : folder.getUsableSpace();
  }
}
