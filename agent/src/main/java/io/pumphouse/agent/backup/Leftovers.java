package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.backup.tool.Place;
import io.pumphouse.agent.backup.tool.RsyncLine;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobType;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an agent or a tool that was killed leaves in a folder of this machine, all of it under names
 * that never count. Stateless.
 */
final class Leftovers {
  private static final String ANY = "*";

  private Leftovers() {}

  /** Deletes it; nobody may work on the job meanwhile. */
  static void clear(BackupJob job) throws IOException {
    if (Place.of(job.type().destination()) instanceof Place.Folder(var folder)) {
      switch (job.type()) {
        case JobType.Snapshot _ -> clear(folder, Deposits.PREFIX + "*.part{,-journal}");
        case JobType.Rsync _ -> {
          Path growing = folder.resolve(RsyncLine.GROWING);
          clear(growing, ANY);
          Files.deleteIfExists(growing);
        }
        case JobType.Drill _ -> {} // it writes on the agent's own disk
        case JobType.Rclone _ -> {} // it writes under final names, or under ones of its own making
      }
    }
  }

  /** Makes the folder in which files grow. */
  static void prepare(BackupJob job) throws IOException {
    if (job.type() instanceof JobType.Rsync(_, var to, _)
        && Place.of(to) instanceof Place.Folder(var folder)) {
      Path growing = folder.resolve(RsyncLine.GROWING);
      if (!Files.isDirectory(growing)) {
        Files.createDirectory(growing); // in a folder that is there: never in place of a medium
      }
    }
  }

  private static void clear(Path folder, String names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, names)) {
      for (Path file : left) {
        Files.delete(file);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }
}
