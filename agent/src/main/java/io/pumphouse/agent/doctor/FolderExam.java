package io.pumphouse.agent.doctor;

import io.pumphouse.web.model.Doctor.Sign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The data folder: whether it is there, what lies in it, and that secrets are.
 *
 * @param data the data folder
 */
public record FolderExam(Path data) implements Exam {
  private static final double MEBI = 1024 * 1024;
  private static final String NAME = "data folder";

  /** Only their owner has business with these. */
  private static final List<String> SECRET = List.of("access.yaml", "tls.key");

  private static final Set<PosixFilePermission> OWNERS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  @Override
  public List<Sign> signs() {
    if (!Files.isDirectory(data)) {
      return List.of(
          Sign.bad(
              NAME, data + ": there is no such folder", "name it with --data, or start the agent"));
    }
    if (!Files.isReadable(data) || !Files.isExecutable(data)) {
      return List.of(Sign.bad(NAME, data + ": this user may not look into it", "use sudo"));
    }
    List<Sign> signs = new ArrayList<>();
    signs.add(Sign.well(NAME, data + ", " + size("readings.db") + ", " + size("ledger.db")));
    SECRET.forEach(file -> open(data.resolve(file), signs));
    return signs;
  }

  private String size(String file) {
    return String.format(
        Locale.ROOT, "%s %.1f MiB", file, data.resolve(file).toFile().length() / MEBI);
  }

  private static void open(Path file, List<Sign> signs) {
    try {
      if (Files.exists(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        signs.add(Sign.bad("secrets", file + " can be read by others", "sudo chmod 600 " + file));
      }
    } catch (IOException _) {
      signs.add(Sign.look("secrets", file + " cannot be looked at", "use sudo"));
    }
  }
}
