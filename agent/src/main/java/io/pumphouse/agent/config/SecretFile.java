package io.pumphouse.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A token or password in a file that only its owner reads. Stateless. */
public final class SecretFile {
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private SecretFile() {}

  /**
   * What stands in the file; nothing if none is named.
   *
   * @throws IOException if it cannot be used; its message names the file, never what is in it
   */
  public static String of(String file) throws IOException {
    if (file.isEmpty()) {
      return "";
    }
    Path path = Path.of(file);
    if (!OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
      throw new UnusableFile(file + " can be read by others", "sudo chmod 600 " + file);
    }
    String secret = Files.readString(path).strip();
    if (secret.chars().anyMatch(Character::isISOControl)) {
      throw new UnusableFile(
          file + " holds more than the one line of a secret", "take the rest out of it");
    }
    return secret;
  }
}
