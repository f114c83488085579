package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.medium.Checkup;
import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.backup.restore.SideCopy;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.RunPhase;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tries what will be needed one day: the newest snapshot of a folder is copied back, opened and
 * compared with its manifest; then the copy is thrown away. Confined to the runner's thread.
 */
final class Drilling {
  private static final String FOLDER = "drill";

  private final Work work;

  Drilling(Work work) {
    this.work = work;
  }

  Verdict run(Path folder) throws InterruptedException {
    work.live().step(new RunEvent.Entered(RunPhase.SCAN));
    try {
      List<Deposit> found = Deposits.in(folder).stream().filter(this::isPast).toList();
      return found.isEmpty()
          ? Verdict.failure(
              "there is no backup in " + folder, "start the job that writes there; check the path")
          : drill(found.getFirst());
    } catch (IOException e) {
      return Verdict.failure(folder + ": " + e, "check the medium and the agent's own disk");
    }
  }

  /** One that is dated ahead would be the newest for ever. */
  private boolean isPast(Deposit deposit) {
    Site site = work.site();
    return !site.trust().isSure() || !deposit.manifest().taken().isAfter(site.time().wall());
  }

  private Verdict drill(Deposit newest) throws IOException, InterruptedException {
    work.log().add("read back " + newest.stem() + " of " + newest.manifest().taken());
    Path side = work.site().data().resolve(FOLDER);
    empty(side);
    Files.createDirectory(side);
    work.live().step(new RunEvent.Entered(RunPhase.COPY));
    try {
      return verdict(newest, new SideCopy(newest, side, ear(newest.manifest().bytes())).make());
    } finally {
      empty(side);
    }
  }

  private SideCopy.Ear ear(long total) {
    return new SideCopy.Ear() {
      @Override
      public boolean isWanted() {
        return work.isWanted();
      }

      @Override
      public void copied(long bytes) {
        int percent = (int) Math.min(99, bytes * 100 / Math.max(1, total));
        work.live()
            .progress(
                new JobProgress(percent, bytes, total, JobProgress.UNKNOWN, JobProgress.UNKNOWN));
      }
    };
  }

  private Verdict verdict(Deposit newest, SideCopy.Result result) throws IOException {
    return switch (result) {
      case SideCopy.Result.Sound _ -> {
        Checkup.note(newest, work.site().time().wall(), "");
        work.log().add("it is whole, opens, and holds what it should");
        yield Verdict.good();
      }
      case SideCopy.Result.Damaged(var cause) -> {
        Checkup.note(newest, work.site().time().wall(), cause);
        yield Verdict.failure(
            "the newest backup, " + newest.stem() + ", cannot be restored: " + cause,
            "make a new one now, and replace the medium");
      }
      case SideCopy.Result.Stuck(var cause, var next) ->
          work.isWanted()
              ? Verdict.failure(cause, next)
              : new Verdict(Verdict.Kind.STOPPED, "", "");
    };
  }

  /** An agent that was killed in a drill leaves its copy. */
  private static void empty(Path side) throws IOException {
    if (Files.isDirectory(side)) {
      try (var files = Files.newDirectoryStream(side)) {
        for (Path file : files) {
          Files.delete(file);
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    Files.deleteIfExists(side);
  }
}
