package io.pumphouse.agent.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Chore;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobAnswer.Done;
import io.pumphouse.web.model.JobAnswer.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Lets go of a medium, so that it can be pulled: everything written out, unmounted, and looked
 * whether that is so. Thread-safe.
 */
final class Ejecting {
  private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
  private static final long PATIENCE_SECONDS = 120;

  private final Site site;
  private final Places places;
  private final Chores chores;

  Ejecting(Site site, Places places, Chores chores) {
    this.site = site;
    this.places = places;
    this.chores = chores;
  }

  JobAnswer eject(String medium, String who) {
    List<BackupJob> jobs = places.jobs(medium);
    if (jobs.isEmpty()) {
      return new Refused(
          "there is no medium \"" + medium + "\"", "look at: pumphouse backups list");
    }
    Path folder = Path.of(jobs.getFirst().type().destination());
    try {
      return mount(folder)
          .map(mount -> eject(medium, users(jobs, mount), mount, who))
          .orElseGet(
              () ->
                  new Refused(
                      folder + " is on no medium of its own",
                      "if it was pulled already, nothing is left to do"));
    } catch (IOException e) {
      return new Refused(medium + ": " + e, "look at the kernel log");
    }
  }

  /** Also those whose way there leads over a link. */
  private Set<String> users(List<BackupJob> jobs, MountLine mount) {
    Set<String> users = new HashSet<>(places.under(mount.point()));
    jobs.forEach(job -> users.add(job.id()));
    return users;
  }

  private JobAnswer eject(String medium, Set<String> users, MountLine mount, String who) {
    return chores.carry(
        Chore.Kind.EJECT,
        medium,
        0,
        users::contains,
        _ -> {
          try {
            return eject(mount, who);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Refused("the agent is stopped", "do not pull the medium; try again");
          }
        });
  }

  private JobAnswer eject(MountLine mount, String who) throws IOException, InterruptedException {
    Path point = mount.point();
    String flushed = said("sync", "-f", point.toString());
    if (!flushed.isEmpty()) {
      return new Refused(
          point + " cannot be written out: " + flushed, "do not pull it; look at the kernel log");
    }
    String unmounted = unmount(mount);
    if (mount.isIn(Files.readAllLines(MOUNTS))) {
      return new Refused(point + " is still mounted: " + unmounted, next(point));
    }
    String said = point + " is written out and unmounted; the medium may be removed now";
    site.memory().tell(RunMemory.Deed.EJECTED, who + ": " + said);
    return new Done(said);
  }

  /** Where a folder is mounted; empty if it is on the disk this machine runs from. */
  static Optional<MountLine> mount(Path folder) throws IOException {
    Path there = folder.toAbsolutePath().normalize();
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    List<String> mounts = Files.readAllLines(MOUNTS);
    Optional<String> own = MountLine.of(Path.of("/"), mounts).map(MountLine::disk);
    return MountLine.of(there.toRealPath(), mounts)
        .filter(mount -> !own.equals(Optional.of(mount.disk())));
  }

  /** Through udisks, which a rule of polkit lets the agent do; or as root, plainly. */
  private static String unmount(MountLine mount) throws IOException, InterruptedException {
    String plainly = said("umount", "--", mount.point().toString());
    if (plainly.isEmpty()) {
      return "";
    }
    String asked = said("udisksctl", "unmount", "--no-user-interaction", "-b", mount.source());
    return asked.isEmpty() ? "" : plainly + "; " + asked;
  }

  /** What a command complains of; empty if it did its work. */
  private static String said(String... command) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    try {
      Path heard = Files.createTempFile("pumphouse-", ".eject");
      try {
        return said(builder.redirectOutput(heard.toFile()), heard);
      } finally {
        Files.delete(heard);
      }
    } catch (IOException e) {
      return command[0] + " cannot be run: " + e.getMessage();
    }
  }

  /** Heard in a file, for a tool that is stuck on a medium never closes a pipe. */
  private static String said(ProcessBuilder builder, Path heard)
      throws IOException, InterruptedException {
    String tool = builder.command().getFirst();
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return tool + " takes more than two minutes";
    }
    boolean isWell = process.exitValue() == 0;
    String said = new String(Files.readAllBytes(heard), UTF_8).strip();
    return isWell ? "" : tool + " exit " + process.exitValue() + ": " + said;
  }

  private static String next(Path point) {
    List<String> holders = Holders.of(point);
    return holders.isEmpty()
        ? "do not pull it; see who uses it: sudo fuser -vm "
            + point
            + "; then: sudo umount "
            + point
        : "do not pull it; these use it: " + String.join(", ", holders);
  }
}
