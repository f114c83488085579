package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.medium.Checkup;
import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.backup.medium.Removal;
import io.pumphouse.agent.backup.restore.Restore;
import io.pumphouse.agent.backup.restore.SideCopy;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobAnswer.Done;
import io.pumphouse.web.model.JobAnswer.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people do with a backup that lies on a medium. Thread-safe: one thing at a time, and none
 * while a job writes to that medium.
 */
final class Handling {
  private final Site site;
  private final Places places;
  private final Turnstile turnstile;
  private final Map<String, Long> versions;

  Handling(Site site, Places places, Turnstile turnstile, List<SnapshotSource> sources) {
    this.site = site;
    this.places = places;
    this.turnstile = turnstile;
    this.versions =
        sources.stream().collect(Collectors.toMap(SnapshotSource::name, SnapshotSource::version));
  }

  /** Something to do with a backup. */
  private interface Deed {
    JobAnswer to(Deposit deposit) throws IOException, InterruptedException;
  }

  private synchronized JobAnswer handle(String backup, Deed deed) {
    try {
      Optional<Places.Found> found = places.find(backup);
      if (found.isEmpty()) {
        return none(backup);
      }
      Optional<String> busy = busy(places.jobs(found.get().job().id()));
      return busy.isPresent()
          ? new Refused(busy.get() + " is running", "wait for its end, or cancel it")
          : deed.to(found.get().deposit());
    } catch (IOException e) {
      return new Refused(backup + ": " + e, "check the medium, its owner and the kernel log");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Refused("the agent is stopped", "try again when it runs");
    }
  }

  private JobAnswer none(String backup) {
    List<BackupJob> jobs = places.jobs(backup.replaceFirst("\\..*", ""));
    if (!jobs.isEmpty()) {
      Verdict there = places.check(jobs.getFirst());
      if (there.kind() != Verdict.Kind.GOOD) {
        return new Refused(there.cause(), there.next());
      }
    }
    return new Refused("there is no backup \"" + backup + "\"", "look at: pumphouse backups list");
  }

  /** The first that runs or waits to. */
  private Optional<String> busy(List<BackupJob> jobs) {
    return jobs.stream().map(BackupJob::id).filter(id -> turnstile.of(id).isPresent()).findFirst();
  }

  JobAnswer verify(String backup) {
    return handle(
        backup,
        deposit -> {
          String trouble = Checkup.look(deposit);
          Checkup.note(deposit, site.time().wall(), trouble);
          return trouble.isEmpty()
              ? new Done(deposit.stem() + " is whole and sound")
              : new Refused(
                  deposit.stem() + " cannot be restored: " + trouble,
                  "make a new one now, and replace the medium");
        });
  }

  JobAnswer delete(String backup, boolean isForced, String who) {
    return handle(
        backup,
        deposit -> {
          Optional<JobAnswer> objection = objection(deposit);
          if (objection.isPresent() && !isForced) {
            return objection.get();
          }
          if (deposit.manifest().entries().isEmpty()) {
            return new Refused(
                "its manifest names no files that could be deleted", "delete them by hand");
          }
          Removal.delete(deposit);
          String text = who + " deleted " + deposit.folder().resolve(deposit.stem());
          site.memory().tell(RunMemory.Deed.DELETED, text);
          return new Done("deleted " + deposit.stem());
        });
  }

  private Optional<JobAnswer> objection(Deposit deposit) throws IOException {
    if (!places.isOurs(deposit.manifest())) {
      return Optional.of(
          new Refused("another agent made it, or it does not say who", "force it if it is meant"));
    }
    Manifest.Origin origin = deposit.manifest().origin();
    long sound =
        Deposits.in(deposit.folder()).stream()
            .filter(other -> other.isSound() && other.isOf(origin))
            .count();
    return deposit.isSound() && sound == 1
        ? Optional.of(
            new Refused(
                "it is the last good one of " + origin.job() + " there",
                "make another first, or force it if it is meant"))
        : Optional.empty();
  }

  JobAnswer restore(String backup) {
    return handle(
        backup,
        deposit ->
            switch (new Restore(site.data(), versions, site.time()).prepare(deposit, new Calm())) {
              case Restore.Result.Ready _ ->
                  new Done(
                      deposit.stem()
                          + " is copied and checked; it takes its place when the agent starts"
                          + " again: sudo systemctl restart pumphouse");
              case Restore.Result.Refused(var cause, var next) -> new Refused(cause, next);
            });
  }

  synchronized JobAnswer withdraw() {
    try {
      return switch (new Restore(site.data(), versions, site.time()).withdraw()) {
        case WITHDRAWN -> new Done("withdrawn; nothing was changed");
        case NOTHING_READY -> new Refused("nothing was to be restored", "");
        case UNDER_WAY ->
            new Refused(
                "some of it is in its place already", "restart the agent, which goes on with it");
      };
    } catch (IOException e) {
      return new Refused(site.data() + ": " + e, "check the agent's own disk");
    }
  }

  /** Its files on the medium, the manifest last; none if it is not there. */
  List<Path> files(String backup) {
    try {
      return places.find(backup).map(found -> found.deposit().files()).orElse(List.of());
    } catch (IOException _) {
      return List.of(); // the list of media says what is wrong
    }
  }

  /** Goes on until the agent ends. */
  private static final class Calm implements SideCopy.Ear {
    @Override
    public boolean isWanted() {
      return !Thread.currentThread().isInterrupted();
    }

    @Override
    public void copied(long bytes) {}
  }
}
