package io.pumphouse.agent.backup.medium;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * By what an agent knows the snapshots it made from those of another: a word in its folder, drawn
 * once. A restored folder takes on the one of its snapshot. Stateless.
 */
public final class Identity {
  /** The file in the agent's folder. */
  public static final String FILE = "agent-id";

  private Identity() {}

  /** The word of the agent of this folder, which is drawn now if it has none. */
  public static synchronized String of(Path data) throws IOException {
    Path file = data.resolve(FILE);
    if (Files.notExists(file)) {
      Path part = data.resolve(FILE + ".part");
      Files.write(part, (UUID.randomUUID() + "\n").getBytes(UTF_8));
      Disk.flush(part);
      Files.move(part, file, ATOMIC_MOVE);
      Disk.flush(data);
    }
    String word = Files.readString(file).strip();
    if (!word.matches("[0-9a-f-]{36}")) {
      throw new IOException(
          file + " is damaged; delete it, and older snapshots count as another's");
    }
    return word;
  }
}
