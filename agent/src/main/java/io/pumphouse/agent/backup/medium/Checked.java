package io.pumphouse.agent.backup.medium;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/**
 * When a snapshot was last read through, and what was wrong with it then; stands beside its
 * manifest, for the medium may move to another machine. Immutable.
 *
 * @param when it was read to its end
 * @param trouble what was wrong; empty if it was sound
 */
public record Checked(Instant when, String trouble) {
  static final String SUFFIX = ".checked";

  private static final long MOST_BYTES = 4_096;

  /** What was noted; empty if nobody has read it since it was made, or the note is damaged. */
  static Optional<Checked> of(Path folder, String stem) throws IOException {
    Path file = folder.resolve(stem + SUFFIX);
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      Iterator<String> lines = Files.readAllLines(file).iterator();
      Instant when = Instant.parse(lines.hasNext() ? lines.next() : "");
      return Optional.of(new Checked(when, lines.hasNext() ? lines.next() : ""));
    } catch (DateTimeException | CharacterCodingException _) {
      return Optional.empty(); // a power cut: it is read again in time
    }
  }

  void save(Path folder, String stem) throws IOException {
    Path part = folder.resolve(stem + SUFFIX + ".part");
    Files.write(part, (when + "\n" + trouble + "\n").getBytes(UTF_8));
    Disk.flush(part);
    Files.move(part, folder.resolve(stem + SUFFIX), ATOMIC_MOVE, REPLACE_EXISTING);
    Disk.flush(folder);
  }
}
