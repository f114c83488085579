package io.pumphouse.agent.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a bundle should have and has not, why, and how to get it. Confined to one thread. */
final class Gaps {
  /** What journalctl prints, and ends well, where it may see none of what there is. */
  private static final String NOTHING = "-- No entries --";

  private final String user = System.getProperty("user.name", "this user");
  private final List<String> gaps = new ArrayList<>();

  /** Whether a program said something; else that it did not is noted. */
  boolean holds(Source source, String answer) {
    boolean holds = !answer.isBlank() && !answer.strip().equals(NOTHING);
    if (!holds) {
      String command = String.join(" ", source.command());
      gaps.add(
          """
          %s: "%s" has no answer for %s: not allowed, not there, or the service does not run
            instead: %s
            to get it: sudo %s > %s
          """
              .formatted(source.part(), command, user, source.otherwise(), command, source.part()));
    }
    return holds;
  }

  /** Notes which of these files and folders are there and not for this user. */
  void files(List<Path> wanted) {
    for (Path file : wanted) {
      boolean isFolder = Files.isDirectory(file);
      if (Files.exists(file)
          && !(Files.isReadable(file) && (!isFolder || Files.isExecutable(file)))) {
        gaps.add(
            """
            %s: is there, and %s may not read it, or what is in it
              to get it: make the bundle with sudo
            """
                .formatted(file, user));
      }
    }
  }

  /** For a person; empty where nothing is missing. */
  String text() {
    return String.join("\n", gaps);
  }
}
