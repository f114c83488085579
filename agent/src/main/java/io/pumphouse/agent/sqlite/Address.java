package io.pumphouse.agent.sqlite;

import java.nio.file.Path;

/**
 * Where the driver finds a file. All connections of this process share it, other processes are kept
 * out of it, and the index of its journal stays in memory ({@code unix-excl}, sqlite.org/vfs.html).
 */
final class Address {
  private Address() {}

  static String of(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?vfs=unix-excl";
  }
}
