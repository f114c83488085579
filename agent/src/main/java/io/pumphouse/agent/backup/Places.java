package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.backup.medium.Identity;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.backup.tool.Place;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.StoredBackup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The folders that snapshots go to, each under the id of the first job that writes there, and what
 * lies in them. Thread-safe; looks at the media each time it is asked.
 */
final class Places {
  private final Site site;
  private final JobShelf shelf;

  Places(Site site, JobShelf shelf) {
    this.site = site;
    this.shelf = shelf;
  }

  /**
   * A backup that somebody named.
   *
   * @param job the first that writes to its medium
   */
  record Found(BackupJob job, Deposit deposit) {}

  /** The jobs that write to each folder, in the order of the file. */
  private Map<Path, List<BackupJob>> folders() {
    Map<Path, List<BackupJob>> folders = new LinkedHashMap<>();
    for (BackupJob job : shelf.jobs()) {
      if (job.type() instanceof JobType.Snapshot(var to)) {
        folders.computeIfAbsent(Path.of(to).normalize(), _ -> new ArrayList<>()).add(job);
      }
    }
    return folders;
  }

  /** Under which id a folder goes; empty if no job writes there. */
  String idOf(Path folder) {
    List<BackupJob> jobs = folders().getOrDefault(folder.normalize(), List.of());
    return jobs.isEmpty() ? "" : jobs.getFirst().id();
  }

  /** The jobs of a medium, the first of which gives it its id; none if there is no such medium. */
  List<BackupJob> jobs(String medium) {
    return folders().values().stream()
        .filter(jobs -> jobs.getFirst().id().equals(medium))
        .findFirst()
        .orElse(List.of());
  }

  /** The ids of the jobs that copy to or from something below this. */
  Set<String> under(Path root) {
    Path base = root.normalize();
    return shelf.jobs().stream()
        .filter(job -> isUnder(base, job.type()))
        .map(BackupJob::id)
        .collect(Collectors.toSet());
  }

  private static boolean isUnder(Path root, JobType type) {
    return switch (type) {
      case JobType.Snapshot(var to) -> isUnder(root, to);
      case JobType.Drill(var from) -> isUnder(root, from);
      case JobType.Rsync(var from, var to, _) -> isUnder(root, from) || isUnder(root, to);
      case JobType.Rclone(var from, var to, _) -> isUnder(root, from) || isUnder(root, to);
    };
  }

  private static boolean isUnder(Path root, String place) {
    return Place.of(place) instanceof Place.Folder(var folder) && folder.startsWith(root);
  }

  /** What is wrong with its medium, or good. */
  Verdict check(BackupJob job) {
    return site.surroundings().guard().check(job);
  }

  /** The backup of this id; empty if there is none, or its medium is not there. */
  Optional<Found> find(String backup) throws IOException {
    int dot = backup.indexOf('.');
    List<BackupJob> jobs = dot < 0 ? List.of() : jobs(backup.substring(0, dot));
    if (jobs.isEmpty() || check(jobs.getFirst()).kind() != Verdict.Kind.GOOD) {
      return Optional.empty();
    }
    BackupJob job = jobs.getFirst();
    return Deposits.of(Path.of(job.type().destination()), backup.substring(dot + 1))
        .map(deposit -> new Found(job, deposit));
  }

  List<Medium> media() {
    return folders().entrySet().stream().map(it -> medium(it.getKey(), it.getValue())).toList();
  }

  private Medium medium(Path folder, List<BackupJob> jobs) {
    String id = jobs.getFirst().id();
    List<String> names = jobs.stream().map(BackupJob::id).toList();
    Verdict there = check(jobs.getFirst());
    if (there.kind() == Verdict.Kind.ABSENT) {
      return absent(id, folder, names, there);
    }
    try {
      List<StoredBackup> backups =
          Deposits.in(folder).stream().map(deposit -> stored(deposit, id)).toList();
      long size = folder.toFile().getTotalSpace();
      long free = folder.toFile().getUsableSpace();
      String at = folder.toString();
      boolean isOwn = Ejecting.mount(folder).isPresent();
      return new Medium(
          id, at, names, true, isOwn, there.cause(), there.next(), size, free, backups);
    } catch (IOException e) {
      String cause = folder + " cannot be read: " + e;
      return absent(id, folder, names, Verdict.failure(cause, "check the medium and kernel log"));
    }
  }

  private static Medium absent(String id, Path folder, List<String> jobs, Verdict why) {
    String at = folder.toString();
    return new Medium(id, at, jobs, false, false, why.cause(), why.next(), 0, 0, List.of());
  }

  StoredBackup stored(Deposit deposit, String medium) {
    Manifest manifest = deposit.manifest();
    return new StoredBackup(
        medium + "." + deposit.stem(),
        medium,
        manifest.origin().job(),
        isOurs(manifest),
        manifest.taken(),
        deposit.verified(),
        manifest.bytes(),
        deposit.trouble(),
        inside(manifest));
  }

  private static StoredBackup.Inside inside(Manifest manifest) {
    SortedMap<String, Long> versions = new TreeMap<>();
    long rows = 0;
    for (Manifest.Entry entry : manifest.entries()) {
      versions.put(entry.original(), entry.contents().version());
      rows += entry.contents().rows().values().stream().mapToLong(Long::longValue).sum();
    }
    return new StoredBackup.Inside(
        manifest.origin().agent(),
        manifest.aside().newest(),
        rows,
        versions,
        manifest.aside().free());
  }

  boolean isOurs(Manifest manifest) {
    try {
      return manifest.origin().agent().equals(Identity.of(site.data()));
    } catch (IOException _) {
      return false; // a run says what is wrong with it
    }
  }
}
