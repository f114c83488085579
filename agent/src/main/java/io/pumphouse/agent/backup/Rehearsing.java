package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Child;
import io.pumphouse.agent.backup.tool.Place;
import io.pumphouse.agent.backup.tool.RcloneExit;
import io.pumphouse.agent.backup.tool.RcloneLine;
import io.pumphouse.agent.backup.tool.RcloneVoice;
import io.pumphouse.agent.backup.tool.RsyncExit;
import io.pumphouse.agent.backup.tool.RsyncLine;
import io.pumphouse.agent.backup.tool.RsyncVoice;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/** Tries a job without changing anything. Thread-safe; waits for the tool, at most a minute. */
final class Rehearsing {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Site site;

  Rehearsing(Site site) {
    this.site = site;
  }

  JobAnswer dryRun(BackupJob job) {
    return tried(job, job.type());
  }

  private JobAnswer tried(BackupJob job, JobType type) {
    Optional<Verdict> exposed = Secrets.exposed(type);
    if (exposed.isPresent()) {
      return new JobAnswer.Refused(exposed.get().cause(), exposed.get().next());
    }
    AtomicLong bytes = new AtomicLong(-1);
    return switch (type) {
      case JobType.Snapshot _ ->
          new JobAnswer.Done("would copy readings.db and ledger.db into new files");
      case JobType.Drill _ ->
          new JobAnswer.Done("would read back the newest snapshot there, and open it");
      case JobType.Rsync rsync -> answer(rsync(job, rsync, bytes), bytes);
      case JobType.Rclone rclone -> answer(rclone(job, rclone, bytes), bytes);
    };
  }

  /**
   * That a folder can be written to is shown by writing; elsewhere the tool has to ask, with
   * nothing to copy so that it is quick.
   */
  JobAnswer probe(BackupJob job) {
    try {
      return Place.of(job.type().destination()) instanceof Place.Folder(var folder)
          ? written(folder)
          : answered(job);
    } catch (IOException e) {
      return new JobAnswer.Refused("nothing could be tried: " + e, "check the agent's own disk");
    }
  }

  private JobAnswer answered(BackupJob job) throws IOException {
    Path nothing = Files.createDirectories(site.logs().resolve("nothing"));
    JobType type =
        switch (job.type()) {
          case JobType.Snapshot snapshot -> snapshot;
          case JobType.Drill drill -> drill;
          case JobType.Rsync(_, var to, var how) -> new JobType.Rsync("" + nothing, to, how);
          case JobType.Rclone(_, var to, var how) -> new JobType.Rclone("" + nothing, to, how);
        };
    return tried(job, type) instanceof JobAnswer.Refused refused
        ? refused
        : new JobAnswer.Done("the destination answers");
  }

  private static JobAnswer written(Path folder) {
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, "pumphouse-", ".probe");
      Files.delete(probe);
      long free = folder.toFile().getUsableSpace() >> 20;
      return new JobAnswer.Done(folder + " can be written to, " + free + " MiB free");
    } catch (IOException e) {
      return new JobAnswer.Refused(
          folder + " cannot be written to: " + e, "check its owner and the kernel log");
    }
  }

  private static JobAnswer answer(Verdict verdict, AtomicLong bytes) {
    return switch (verdict.kind()) {
      case GOOD, WARNING ->
          new JobAnswer.Done(
              bytes.get() < 0 ? "nothing to copy" : "would copy " + bytes.get() + " bytes");
      case TRANSIENT, FAILURE, ABSENT, STOPPED ->
          new JobAnswer.Refused(verdict.cause(), verdict.next());
    };
  }

  private Verdict rsync(BackupJob job, JobType.Rsync rsync, AtomicLong bytes) {
    RunLog log = log(job);
    Hearing hearing =
        Hearing.rsync(
            log,
            line -> {
              RsyncVoice.toDo(line).ifPresent(bytes::set);
              return false;
            });
    OptionalInt code =
        run(new RsyncLine(rsync, site.surroundings().guard().isPlain(job)).dryRun(), hearing);
    return code.isPresent() ? RsyncExit.of(code.getAsInt(), hearing.said()) : late();
  }

  private Verdict rclone(BackupJob job, JobType.Rclone rclone, AtomicLong bytes) {
    RunLog log = log(job);
    Hearing hearing =
        Hearing.rclone(
            log,
            line -> {
              RcloneVoice.progress(line).ifPresent(tally -> bytes.set(tally.bytes()));
              return false;
            });
    OptionalInt code = run(new RcloneLine(rclone).dryRun(), hearing);
    return code.isPresent() ? RcloneExit.of(code.getAsInt(), hearing.said()) : late();
  }

  private RunLog log(BackupJob job) {
    return site.log(job.id() + "-dry-run.log");
  }

  /** The exit code; empty if the tool cannot start or takes too long. */
  private OptionalInt run(List<String> arguments, Hearing hearing) {
    if (!(Child.start(arguments, site.data(), site.environment(site.data() + "#dry-run"), hearing)
        instanceof Child.Start.Running(var child))) {
      return OptionalInt.of(127); // as a shell says that there is no such tool
    }
    try {
      OptionalInt code = child.await(PATIENCE);
      if (code.isEmpty()) {
        child.stop(GRACE);
      }
      return code;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  private static Verdict late() {
    return Verdict.failure(
        "looking through the source takes more than a minute", "start it: a run has no such limit");
  }
}
