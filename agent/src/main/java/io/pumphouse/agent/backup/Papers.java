package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.agent.config.PreferenceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What people wrote or set, so that a new machine knows it, too; neither has secrets in it. One
 * that cannot be read keeps no readings from being saved. Immutable.
 *
 * @param jobs the text of {@code jobs.yaml}; empty if there is none
 * @param settings of {@code settings.yaml}, likewise
 * @param left which are there and cannot be taken along, and why
 */
record Papers(String jobs, String settings, List<String> left) {
  /** A manifest has to stay one that is read at a glance; people write a thousandth of it. */
  private static final long LONGEST = 256 << 10;

  Papers {
    left = List.copyOf(left);
  }

  static Papers in(Path data) {
    List<String> left = new ArrayList<>();
    return new Papers(
        text(data.resolve(JobShelf.FILE), left),
        text(data.resolve(PreferenceFile.NAME), left),
        left);
  }

  private static String text(Path file, List<String> left) {
    try {
      if (!Files.exists(file)) {
        return "";
      }
      if (Files.size(file) > LONGEST) {
        left.add(file + " is not in this snapshot: it is longer than " + LONGEST + " bytes");
        return "";
      }
      return Files.readString(file);
    } catch (IOException e) {
      left.add(file + " is not in this snapshot: " + e);
      return "";
    }
  }

  /** How a snapshot ends that is whole but for them. */
  Verdict verdict() {
    return left.isEmpty()
        ? Verdict.good()
        : new Verdict(
            Verdict.Kind.WARNING,
            String.join("; ", left),
            "mend that file: it is text in UTF-8 that the agent's user may read");
  }
}
