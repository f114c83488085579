package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Place;
import io.pumphouse.agent.backup.tool.Tally;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.RunPhase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What every copy of a tree needs, by whatever tool. Confined to the runner's thread. */
final class TreeCopy {
  private final Work work;
  private final Meter meter;

  TreeCopy(Work work) {
    this.work = work;
    this.meter = new Meter(work.live().now().progress(), work.site().time());
  }

  Work work() {
    return work;
  }

  void enter(RunPhase phase) {
    work.live().step(new RunEvent.Entered(phase));
  }

  /** There are so many bytes to copy. */
  void expect(long bytes) {
    meter.expect(bytes);
  }

  void show(Tally tally) {
    work.live().progress(meter.take(tally));
  }

  /** What speaks against copying there; else the folder is there, without leftovers. */
  Optional<Verdict> folder() {
    if (Place.of(work.job().type().destination()) instanceof Place.Folder(var folder)) {
      try {
        Verdict there = work.made(folder);
        if (there.kind() != Verdict.Kind.GOOD) {
          return Optional.of(Work.lost(there));
        }
        Leftovers.clear(work.job());
        Leftovers.prepare(work.job());
      } catch (IOException e) {
        return Optional.of(
            Verdict.failure(folder + " cannot be made: " + e, "check the medium and its owner"));
      }
    }
    return Optional.empty();
  }

  /** Nobody but us made what is cleared here, so a failure to do so spoils nothing. */
  void tidy() {
    try {
      Leftovers.clear(work.job());
    } catch (IOException e) {
      work.log().add("leftovers stay: " + e);
    }
  }

  /** Nothing is whole before the disk has it; another machine's disk is not ours to ask. */
  Verdict flushed(Verdict copied) throws InterruptedException {
    boolean isHere = Place.of(work.job().type().destination()) instanceof Place.Folder;
    if (!copied.isCopied() || !isHere) {
      return copied;
    }
    enter(RunPhase.FLUSH);
    List<String> sync = List.of("sync", "-f", "--", "."); // the tool stands in the folder
    return switch (work.run(sync, Hearing.rsync(work.log(), _ -> false), () -> false)) {
      case Work.End.Exit(int code, var said) ->
          code == 0
              ? copied
              : Verdict.failure("sync exit " + code + ": " + said, "look at the kernel log");
      case Work.End.Cut(var verdict) -> verdict;
    };
  }
}
