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
import io.pumphouse.web.model.Chore;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobAnswer.Done;
import io.pumphouse.web.model.JobAnswer.Refused;
import io.pumphouse.web.model.Restoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** What people do with a backup that lies on a medium. Thread-safe. */
final class Handling {
  private final Site site;
  private final Places places;
  private final Chores chores;
  private final Map<String, Long> versions;

  Handling(Site site, Places places, Chores chores, List<SnapshotSource> sources) {
    this.site = site;
    this.places = places;
    this.chores = chores;
    this.versions =
        sources.stream().collect(Collectors.toMap(SnapshotSource::name, SnapshotSource::version));
  }

  /** What is to be done with a backup that somebody named. */
  private interface Order {
    JobAnswer about(Deposit deposit);
  }

  private JobAnswer handle(String backup, Order order) {
    try {
      return places
          .find(backup)
          .map(found -> order.about(found.deposit()))
          .orElseGet(() -> none(backup));
    } catch (IOException e) {
      return new Refused(backup + ": " + e, "check the medium, its owner and the kernel log");
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

  /** Reads all of it, which is as much work as a run: no run goes on beside it. */
  JobAnswer verify(String backup) {
    return handle(
        backup,
        deposit ->
            chores.carry(
                Chore.Kind.VERIFY,
                backup,
                deposit.manifest().bytes(),
                _ -> true,
                ear -> verify(deposit, ear)));
  }

  private JobAnswer verify(Deposit deposit, LongConsumer ear)
      throws IOException, InterruptedException {
    String trouble = Checkup.look(deposit, ear);
    Checkup.note(deposit, site.time().wall(), trouble);
    return trouble.isEmpty()
        ? new Done(deposit.stem() + " is whole and sound")
        : new Refused(
            deposit.stem() + " cannot be restored: " + trouble,
            "make a new one now, and replace the medium");
  }

  JobAnswer delete(String backup, boolean isForced, String who) {
    return handle(
        backup,
        deposit ->
            chores.carry(
                Chore.Kind.DELETE,
                backup,
                0,
                places.under(deposit.folder())::contains,
                _ -> delete(deposit, isForced, who)));
  }

  private JobAnswer delete(Deposit deposit, boolean isForced, String who) throws IOException {
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

  /** Copies all of it and reads it again: no run goes on beside it. */
  JobAnswer restore(String backup) {
    return handle(
        backup,
        deposit ->
            chores.carry(
                Chore.Kind.RESTORE,
                backup,
                deposit.manifest().bytes(),
                _ -> true,
                ear -> restore(deposit, ear)));
  }

  private JobAnswer restore(Deposit deposit, LongConsumer ear) throws InterruptedException {
    return switch (restore().prepare(deposit, new Calm(ear))) {
      case Restore.Result.Ready _ ->
          new Done(
              deposit.stem()
                  + " is copied and checked; it takes its place when the agent starts"
                  + " again: sudo systemctl restart pumphouse");
      case Restore.Result.Refused(var cause, var next) -> new Refused(cause, next);
    };
  }

  private Restore restore() {
    return new Restore(site.data(), versions, site.time());
  }

  /** What is to be restored, and what was. */
  Restoring restoring() {
    return restore().standing();
  }

  JobAnswer withdraw() {
    String waiting = restoring().waiting();
    return chores.carry(Chore.Kind.WITHDRAW, waiting, 0, _ -> false, _ -> withdrawn());
  }

  private JobAnswer withdrawn() throws IOException {
    return switch (restore().withdraw()) {
      case WITHDRAWN -> new Done("withdrawn; nothing was changed");
      case NOTHING_READY -> new Refused("nothing was to be restored", "");
      case UNDER_WAY ->
          new Refused(
              "some of it is in its place already", "restart the agent, which goes on with it");
    };
  }

  /** Its files on the medium, the manifest last; none if it is not there, or not whole. */
  List<Path> files(String backup) {
    try {
      return places.find(backup).map(found -> found.deposit().files()).orElse(List.of());
    } catch (IOException _) {
      return List.of(); // the list of media says what is wrong
    }
  }

  /** Goes on until the agent ends. */
  private static final class Calm implements SideCopy.Ear {
    private final LongConsumer further;
    private long before;

    Calm(LongConsumer further) {
      this.further = further;
    }

    @Override
    public boolean isWanted() {
      return !Thread.currentThread().isInterrupted();
    }

    @Override
    public void copied(long bytes) {
      further.accept(bytes - before);
      before = bytes;
    }
  }
}
