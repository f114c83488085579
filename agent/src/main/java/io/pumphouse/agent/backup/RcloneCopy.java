package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.RcloneExit;
import io.pumphouse.agent.backup.tool.RcloneLine;
import io.pumphouse.agent.backup.tool.RcloneVoice;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.RunPhase;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Copies a tree by rclone, and compares it. Confined to the runner's thread. */
final class RcloneCopy {
  private final JobType.Rclone job;
  private final TreeCopy copy;
  private final Work work;
  private final RcloneLine line;

  RcloneCopy(JobType.Rclone job, TreeCopy copy) {
    this.job = job;
    this.copy = copy;
    this.work = copy.work();
    this.line = new RcloneLine(job);
  }

  Result run() throws InterruptedException {
    copy.enter(RunPhase.COPY);
    Optional<Verdict> noFolder = copy.folder();
    if (noFolder.isPresent()) {
      return Result.unverified(noFolder.get());
    }
    Verdict told = told(line.copy(work.job().bandwidth()), this::isCounted);
    Verdict copied = copy.flushed(told);
    return copied.isCopied() ? compared(copied) : Result.unverified(copied);
  }

  private Result compared(Verdict copied) throws InterruptedException {
    copy.enter(RunPhase.VERIFY);
    Comparison comparison = new Comparison(work);
    Verdict told = told(line.compare(comparison.names()), comparison::counts);
    Verdict compared =
        told.isCopied() || told.kind() == Verdict.Kind.STOPPED
            ? told
            : Comparison.different(told.kind(), told.cause());
    return comparison.result(compared, copied, job.source());
  }

  private boolean isCounted(String said) {
    var tally = RcloneVoice.progress(said);
    tally.ifPresent(copy::show);
    return tally.isPresent();
  }

  private Verdict told(List<String> arguments, Predicate<String> numbers)
      throws InterruptedException {
    return switch (work.run(arguments, Hearing.rclone(work.log(), numbers), () -> false)) {
      case Work.End.Exit(int code, var said) -> RcloneExit.of(code, said);
      case Work.End.Cut(var verdict) -> verdict;
    };
  }
}
