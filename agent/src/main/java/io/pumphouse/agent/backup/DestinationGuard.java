package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Place;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.BackupJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes sure that a folder is the medium it should be, before, during and after a run: without it a
 * backup fills the machine's own disk while the stick lies in a drawer. Thread-safe; reads the
 * disk.
 */
final class DestinationGuard {
  static final String MARKER = ".pumphouse-destination";

  private static final long LEAST_FREE = 16L << 20;
  private static final Set<String> FAT = Set.of("vfat", "msdos", "exfat");
  private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs", "devtmpfs");
  private static final Path ROOT = Path.of("/");

  private final Path mountinfo;

  DestinationGuard() {
    this(Path.of("/proc/self/mountinfo"));
  }

  DestinationGuard(Path mountinfo) {
    this.mountinfo = mountinfo;
  }

  /** Good, absent, or what is wrong with it. Other machines are for their tools to judge. */
  Verdict check(BackupJob job) {
    return switch (Place.of(job.type().destination())) {
      case Place.Folder(Path folder) -> check(job, folder);
      case Place.Elsewhere _ -> Verdict.good();
      case Place.Unusable(var why) -> Verdict.failure("destination " + why, "edit the job");
    };
  }

  /** Whether the destination is of the FAT family: no owners, modes or links. */
  boolean isPlain(BackupJob job) {
    try {
      return Place.of(job.type().destination()) instanceof Place.Folder(var folder)
          && MountLine.of(existing(folder).toRealPath(), Files.readAllLines(mountinfo))
              .filter(mount -> FAT.contains(mount.fileSystem()))
              .isPresent();
    } catch (IOException _) {
      return false; // a check of the same files says what is wrong
    }
  }

  private Verdict check(BackupJob job, Path folder) {
    Path there = existing(folder);
    try {
      List<String> mounts = Files.readAllLines(mountinfo);
      Optional<MountLine> own = MountLine.of(ROOT, mounts);
      Optional<MountLine> its = MountLine.of(there.toRealPath(), mounts);
      if (!job.maySameDisk() && its.map(MountLine::disk).equals(own.map(MountLine::disk))) {
        return gone(folder);
      }
      if (!job.maySameDisk() && its.filter(at -> MEMORY.contains(at.fileSystem())).isPresent()) {
        return absent(folder + " is in memory only", "plug in and mount the medium");
      }
      if (its.filter(MountLine::isReadOnly).isPresent()) {
        return Verdict.failure(
            folder + " is mounted read-only",
            "look at the kernel log; check the medium with fsck, then mount it again");
      }
      return marked(job, folder).orElseGet(() -> usable(folder, there));
    } catch (IOException e) {
      return Verdict.failure(folder + " cannot be looked at: " + e, "check the medium");
    }
  }

  private static Optional<Verdict> marked(BackupJob job, Path folder) throws IOException {
    Path marker = folder.resolve(MARKER);
    if (job.marker().isEmpty()) {
      return Optional.empty();
    }
    if (Files.notExists(marker)) {
      return Optional.of(
          absent(
              folder + " has no file " + MARKER,
              "if this is the right medium: echo " + job.marker() + " > " + marker));
    }
    boolean isIt = Files.readString(marker).strip().equals(job.marker());
    return isIt
        ? Optional.empty()
        : Optional.of(absent(marker + " names another medium", "mount the one of this job"));
  }

  private static Verdict usable(Path folder, Path there) {
    if (!Files.isDirectory(there)) {
      return Verdict.failure(there + " is no folder", "choose another destination");
    }
    if (!Files.isWritable(there)) {
      return Verdict.failure(
          "the agent may not write to " + there, "sudo chown pumphouse: " + there);
    }
    return there.toFile().getUsableSpace() < LEAST_FREE
        ? Verdict.failure(folder + " is full", "free space there")
        : Verdict.good();
  }

  static Verdict gone(Path folder) {
    return absent(
        folder + " is on the disk this machine runs from",
        "plug in and mount the medium; or set same-disk: yes if this is meant");
  }

  /**
   * Makes the folder of a job on its medium. If that goes in the very moment, what was made in its
   * place is taken away again: nothing is left under a mount point.
   *
   * @return good, or what is wrong now
   */
  Verdict make(BackupJob job, Path folder) throws IOException {
    Deque<Path> made = new ArrayDeque<>();
    for (int names = 1; names <= folder.getNameCount(); names++) {
      Path part = ROOT.resolve(folder.subpath(0, names));
      if (!Files.isDirectory(part)) {
        Files.createDirectory(part);
        made.push(part);
      }
    }
    Verdict there = check(job);
    if (there.kind() != Verdict.Kind.GOOD) {
      for (Path part : made) {
        Files.delete(part);
      }
    }
    return there;
  }

  /** Whether whoever stands in this folder stands on a medium; a tool that has ended does. */
  boolean holds(BackupJob job, Path standing) {
    try {
      return job.maySameDisk() || isOnMedium(device(standing));
    } catch (IOException _) {
      return true; // it has ended
    }
  }

  private boolean isOnMedium(long device) throws IOException {
    return device != device(ROOT)
        && MountLine.at(device, Files.readAllLines(mountinfo))
            .filter(mount -> MEMORY.contains(mount.fileSystem()))
            .isEmpty();
  }

  /** Major and minor number, put together as stat(2) does. */
  private static long device(Path path) throws IOException {
    return (long) Files.getAttribute(path, "unix:dev");
  }

  private static Verdict absent(String cause, String next) {
    return new Verdict(Verdict.Kind.ABSENT, cause, next);
  }

  /** The deepest part of the path that is there; the root always is. */
  private static Path existing(Path folder) {
    Path there = folder;
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
