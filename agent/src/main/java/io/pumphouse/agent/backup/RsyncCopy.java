package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.RsyncExit;
import io.pumphouse.agent.backup.tool.RsyncLine;
import io.pumphouse.agent.backup.tool.RsyncVoice;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.RunPhase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Copies a tree by rsync. Confined to the runner's thread. */
final class RsyncCopy {
  private final JobType.Rsync job;
  private final TreeCopy copy;
  private final Work work;
  private final RsyncLine line;
  private final AtomicLong leftOut = new AtomicLong();

  RsyncCopy(JobType.Rsync job, TreeCopy copy) {
    this.job = job;
    this.copy = copy;
    this.work = copy.work();
    this.line = new RsyncLine(job, work.isPlain());
  }

  Result run() throws InterruptedException {
    copy.enter(RunPhase.SCAN);
    Verdict scanned = told(line.dryRun(), this::isScanned, () -> false);
    if (!scanned.isCopied()) {
      return Result.unverified(scanned);
    }
    Optional<Verdict> noFolder = copy.folder();
    if (noFolder.isPresent()) {
      return Result.unverified(noFolder.get());
    }
    copy.enter(RunPhase.COPY);
    Verdict sent = copied();
    copy.tidy();
    Verdict copied = copy.flushed(sent);
    return copied.isCopied() && job.how().isVerified()
        ? compared(copied)
        : Result.unverified(copied);
  }

  /** Its rate is fixed while it runs, so that another one takes another start. */
  private Verdict copied() throws InterruptedException {
    long rate = work.rate();
    Verdict verdict = copied(rate, work.isAgain());
    while (verdict.kind() == Verdict.Kind.STOPPED && work.isWanted() && work.rate() != rate) {
      rate = work.rate();
      verdict = copied(rate, true);
    }
    return verdict.kind() == Verdict.Kind.GOOD && leftOut.get() > 0 ? withoutLinks() : verdict;
  }

  private Verdict copied(long rate, boolean isAgain) throws InterruptedException {
    return told(line.copy(rate, isAgain), this::isCounted, () -> work.rate() != rate);
  }

  private Verdict withoutLinks() {
    return new Verdict(
        Verdict.Kind.WARNING,
        leftOut + " links or devices are left out: the destination cannot keep them",
        "format the medium with ext4, or add --copy-links to flags");
  }

  private Result compared(Verdict copied) throws InterruptedException {
    copy.enter(RunPhase.VERIFY);
    Comparison comparison = new Comparison(work);
    Verdict told = told(line.compare(), comparison::hear, () -> false);
    return comparison.result(told, copied, job.source());
  }

  private boolean isScanned(String said) {
    Optional<Long> toDo = RsyncVoice.toDo(said);
    toDo.ifPresent(copy::expect);
    return toDo.isPresent();
  }

  private boolean isCounted(String said) {
    if (RsyncVoice.isLeftOut(said)) {
      leftOut.incrementAndGet();
    }
    var tally = RsyncVoice.progress(said);
    tally.ifPresent(copy::show);
    return tally.isPresent();
  }

  private Verdict told(List<String> arguments, Predicate<String> numbers, BooleanSupplier isOver)
      throws InterruptedException {
    return switch (work.run(arguments, Hearing.rsync(work.log(), numbers), isOver)) {
      case Work.End.Exit(int code, var said) -> RsyncExit.of(code, said);
      case Work.End.Cut(var verdict) -> verdict;
    };
  }
}
