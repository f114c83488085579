package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.keep.Fate;
import io.pumphouse.agent.backup.keep.Policy;
import io.pumphouse.agent.backup.keep.Retention;
import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.backup.medium.Removal;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.RunPhase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Deletes what a job no longer keeps, after a snapshot of it was written and read back. Whatever
 * goes wrong here makes a warning of a good run, and deletes nothing more than was decided.
 * Confined to the runner's thread.
 */
final class Pruning {
  private final Work work;

  Pruning(Work work) {
    this.work = work;
  }

  /** Good, or a warning: the snapshot is there in any case. */
  Verdict run(Path folder) {
    Policy policy = new Policy(work.job().keep());
    if (!work.site().trust().isSure()) {
      work.log().add("nothing is deleted while the clock is not known to be right");
      return Verdict.good();
    }
    work.live().step(new RunEvent.Entered(RunPhase.PRUNE));
    try {
      return prune(folder, policy, work.origin());
    } catch (IOException e) {
      return warning("the old backups in " + folder + " cannot be looked through: " + e);
    }
  }

  private Verdict prune(Path folder, Policy policy, Manifest.Origin origin) throws IOException {
    int stayed = rest(folder, origin);
    return policy.isEverything() ? verdict(folder, stayed) : prune(folder, policy, origin, stayed);
  }

  /** How many that were half deleted before stay so. */
  private int rest(Path folder, Manifest.Origin origin) throws IOException {
    int stayed = 0;
    for (Removal.Rest rest : Removal.finish(folder, origin)) {
      work.log().add(rest.said());
      stayed += rest.isDone() ? 0 : 1;
    }
    return stayed;
  }

  private Verdict prune(Path folder, Policy policy, Manifest.Origin origin, int before)
      throws IOException {
    Retention retention =
        new Retention(policy, origin, work.site().zone(), work.site().time().wall());
    List<Deposit> going =
        retention.of(Deposits.in(folder)).stream()
            .filter(fate -> !fate.isKept())
            .map(Fate::deposit)
            .toList();
    int stayed = before;
    for (Deposit deposit : going) {
      if (!work.isWanted() || work.there().kind() != Verdict.Kind.GOOD) {
        work.log().add("deletes no more: the run is stopped, or the medium is gone");
        return verdict(folder, stayed);
      }
      stayed += isDeleted(deposit) ? 0 : 1;
    }
    return verdict(folder, stayed);
  }

  private static Verdict verdict(Path folder, int stayed) {
    return stayed == 0
        ? Verdict.good()
        : warning(stayed + " old backups in " + folder + " could not be deleted");
  }

  private boolean isDeleted(Deposit deposit) {
    String what =
        "%s of %s (%d KiB): its job keeps it no longer"
            .formatted(
                deposit.folder().resolve(deposit.stem()),
                deposit.manifest().taken(),
                deposit.manifest().bytes() >> 10);
    try {
      Removal.delete(deposit);
      work.log().add("deleted " + what);
      work.site().memory().tell(RunMemory.Deed.DELETED, work.job().id() + ": deleted " + what);
      return true;
    } catch (IOException e) {
      work.log().add("could not delete " + what + ": " + e);
      return false;
    }
  }

  private static Verdict warning(String cause) {
    return new Verdict(
        Verdict.Kind.WARNING,
        cause + "; the new one is good",
        "look at the run log; check owner and free space of the medium");
  }
}
