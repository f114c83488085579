package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.JobType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files with passwords and keys that a job names: no tool gets one that others can read. */
final class Secrets {
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private Secrets() {}

  /** The first that is missing or that others can read. */
  static Optional<Verdict> exposed(JobType type) {
    return files(type).stream()
        .filter(file -> !file.isEmpty())
        .flatMap(file -> exposed(Path.of(file)).stream())
        .findFirst();
  }

  private static List<String> files(JobType type) {
    return switch (type) {
      case JobType.Snapshot _, JobType.Drill _ -> List.of();
      case JobType.Rsync(_, _, var how) -> files(how);
      case JobType.Rclone(_, _, var how) -> files(how);
    };
  }

  private static List<String> files(JobType.Copying how) {
    return Stream.of(how.passwordFile(), how.sshIdentity(), how.rcloneConfig()).toList();
  }

  private static Optional<Verdict> exposed(Path file) {
    try {
      return OWNERS.containsAll(Files.getPosixFilePermissions(file))
          ? Optional.empty()
          : Optional.of(Verdict.failure(file + " can be read by others", "sudo chmod 600 " + file));
    } catch (IOException e) {
      return Optional.of(
          Verdict.failure(
              file + " cannot be looked at: " + e, "check that it is there, for the agent's user"));
    }
  }
}
