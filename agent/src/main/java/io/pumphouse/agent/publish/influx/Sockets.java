package io.pumphouse.agent.publish.influx;

import io.pumphouse.agent.publish.ship.Trusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * Encrypted connections to those whom one authority vouches for. They are made anew only when its
 * file has changed, so that one connection serves many loads. Confined to one thread.
 */
final class Sockets {
  private final Path file;
  private Optional<Made> made = Optional.empty();

  private record Made(Edition from, SSLSocketFactory sockets) {}

  private record Edition(FileTime changed, long size) {
    static Edition of(Path file) throws IOException {
      return new Edition(Files.getLastModifiedTime(file), Files.size(file));
    }
  }

  /**
   * @param file certificates in PEM; empty for whom the machine trusts
   */
  Sockets(String file) {
    this.file = Path.of(file);
  }

  /**
   * As the file is now.
   *
   * @throws IOException if it cannot be used; its message names the file
   */
  SSLSocketFactory now() throws IOException {
    if (file.toString().isEmpty()) {
      return Trusted.by("");
    }
    Edition edition = Edition.of(file);
    Optional<Made> still = made.filter(before -> before.from().equals(edition));
    Made current = still.isPresent() ? still.get() : new Made(edition, Trusted.by(file.toString()));
    made = Optional.of(current);
    return current.sockets();
  }
}
