package io.pumphouse.agent.backup.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A token or password in a file that only its owner reads. Stateless. */
final class Secret {
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private Secret() {}

  /** What stands in the file; nothing if none is named. */
  static String of(String file) throws IOException {
    if (file.isEmpty()) {
      return "";
    }
    Path path = Path.of(file);
    if (!OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
      throw new IOException(file + " can be read by others; sudo chmod 600 " + file);
    }
    return Files.readString(path).strip();
  }
}
