package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.SecretFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that keep us from another machine: what a technician is told. */
final class ObstacleTest {
  @TempDir private Path folder;

  @Test
  void aSecretThatOthersCanRead() throws IOException {
    Path secret = secret("s3cret", "rw-r--r--");

    assertThat(obstacle(() -> SecretFile.of(secret.toString())))
        .isEqualTo(
            new Delivery.Failed(secret + " can be read by others", "sudo chmod 600 " + secret));
  }

  @Test
  void aSecretOfTwoLines() throws IOException {
    Path secret = secret("s3cret\nmore", "rw-------");
    Delivery.Failed told = obstacle(() -> SecretFile.of(secret.toString()));

    assertThat(told.cause()).contains("more than the one line").doesNotContain("s3cret");
    assertThat(told.next()).isEqualTo("take the rest out of it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no certificate at all",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
      })
  void anAuthorityThatIsNone(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("ca.crt"), text);
    Delivery.Failed told = obstacle(() -> Trusted.by(file.toString()));

    assertThat(told.cause()).startsWith(file + " holds no certificate that can be used: ");
    assertThat(told.next()).startsWith("put the authority's certificate there in PEM");
  }

  @Test
  void anAuthorityThatIsNotThere() {
    Path file = folder.resolve("ca.crt");

    assertThat(obstacle(() -> Trusted.by(file.toString())))
        .isEqualTo(
            new Delivery.Failed(
                "there is no file " + file, "put it there, or correct its path under publish:"));
  }

  @Test
  void aFileOfSomebodyElse() {
    assertThat(Obstacle.of("x:8086", new AccessDeniedException("/etc/ca.crt")))
        .isEqualTo(
            new Delivery.Failed(
                "the agent may not read /etc/ca.crt",
                "give it to the user the agent runs as: sudo chown pumphouse /etc/ca.crt"));
  }

  @Test
  void aFileOnACardThatFails() {
    FileSystemException broken = new FileSystemException("/etc/ca.crt", null, "Input/output error");

    assertThat(Obstacle.of("x:8086", broken).cause())
        .isEqualTo("a file cannot be read: /etc/ca.crt: Input/output error");
  }

  private Path secret(String text, String mode) throws IOException {
    Path secret = Files.writeString(folder.resolve("token"), text);
    return Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(mode));
  }

  private static Delivery.Failed obstacle(Reading reading) {
    try {
      throw new AssertionError("it was read: " + reading.read());
    } catch (IOException e) {
      return Obstacle.of("x:8086", e);
    }
  }

  @FunctionalInterface
  private interface Reading {
    Object read() throws IOException;
  }
}
