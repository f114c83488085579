package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.medium.Disk;
import io.pumphouse.agent.sqlite.Copied;
import io.pumphouse.agent.sqlite.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds snapshots as somebody would who has nothing but the medium. */
final class Snapshots {
  private static final Pattern ENTRY =
      Pattern.compile("\"file\" : \"([^\"]+)\".*?\"sha256\" : \"([0-9a-f]{64})\"", Pattern.DOTALL);

  private Snapshots() {}

  /** The manifests that vouch for files which are all there, and sound databases. */
  static List<Path> valid(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    List<Path> valid = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
        if (holds(folder, Files.readString(file))) {
          valid.add(file);
        }
      }
    }
    return valid;
  }

  private static boolean holds(Path folder, String manifest) throws IOException {
    Matcher entries = ENTRY.matcher(manifest);
    int files = 0;
    while (entries.find()) {
      Path file = folder.resolve(entries.group(1));
      boolean isSound =
          Files.exists(file)
              && Disk.sha256(file).equals(entries.group(2))
              && Copied.inspect(file) instanceof Outcome.Done;
      if (!isSound) {
        return false;
      }
      files++;
    }
    return files > 0;
  }
}
