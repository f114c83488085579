package io.pumphouse.agent.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** {@code access.yaml}: for its owner's eyes only, and either the old or the new one is there. */
final class RosterFile {
  private final Path file;

  RosterFile(Path file) {
    this.file = file;
  }

  /** What the file holds. */
  sealed interface Held {
    record Nothing() implements Held {}

    record All(Roster roster) implements Held {}

    record Unreadable(String cause) implements Held {}
  }

  Held read() {
    try {
      return new Held.All(RosterText.parse(Files.readString(file)));
    } catch (NoSuchFileException _) {
      return new Held.Nothing();
    } catch (IOException | RuntimeException e) { // a person may have written anything there
      return new Held.Unreadable("read " + file + ": " + firstLine(e));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("nothing");
  }

  /** Replaces the file; after this a power cut cannot bring the old one back. */
  void write(Roster roster) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer text = ByteBuffer.wrap(RosterText.of(roster).getBytes(StandardCharsets.UTF_8));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().resolveSibling(""))) {
      folder.force(true);
    }
  }
}
