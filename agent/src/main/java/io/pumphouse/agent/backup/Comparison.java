package io.pumphouse.agent.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pumphouse.agent.backup.tool.RcloneVoice;
import io.pumphouse.agent.backup.tool.RsyncVoice;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunPhase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Takes note of what a tool finds equal and different when it reads both sides. The names of equal
 * files go to a file, for there may be more than fit into memory. Thread-safe; for one comparison.
 */
final class Comparison {
  private final Work work;
  private final Path names;
  private final Instant began;
  private final long beganNanos;
  private final List<BufferedWriter> writer = new ArrayList<>(1);
  private long equal;
  private long different;
  private String first = "";
  private String broken = "";

  Comparison(Work work) {
    this.work = work;
    this.names = names(work.site(), work.live().now());
    this.began = work.site().time().wall();
    this.beganNanos = work.site().time().nanos();
  }

  static Path names(Site site, JobRun run) {
    return site.logs().resolve(run.log() + ".equal");
  }

  /** The file with the names. */
  Path names() {
    return names;
  }

  /** A line of rsync; whether it need not be in the log. */
  synchronized boolean hear(String line) {
    return switch (RsyncVoice.compared(line)) {
      case RsyncVoice.Compared.Equal(var name) -> {
        keep(name);
        yield true;
      }
      case RsyncVoice.Compared.Different(var name) -> {
        different++;
        first = first.isEmpty() ? name : first;
        yield false;
      }
      case RsyncVoice.Compared.Nothing _ -> line.startsWith(".");
    };
  }

  /** A line of rclone, which writes the names itself; whether it need not be in the log. */
  synchronized boolean counts(String line) {
    OptionalLong matching = RcloneVoice.matching(line);
    matching.ifPresent(count -> equal = count);
    return RcloneVoice.progress(line).isPresent();
  }

  private void keep(String name) {
    equal++;
    if (!work.job().isMove() || !broken.isEmpty()) {
      return;
    }
    try {
      if (writer.isEmpty()) {
        writer.add(Files.newBufferedWriter(names, UTF_8));
      }
      writer.getFirst().write(name + "\n");
    } catch (IOException e) {
      broken = e.toString(); // said at the end: the tool must not wait for a reader that is gone
    }
  }

  /** What the comparison came to, and with it the attempt; a move job then clears its source. */
  Result result(Verdict told, Verdict copied, String source) {
    try {
      close();
      Verdict compared =
          told.isCopied() && different > 0
              ? different(Verdict.Kind.FAILURE, different + " files, the first is " + first)
              : told;
      if (!compared.isCopied()) {
        return Result.unverified(compared);
      }
      Verdict worse = compared.kind() == Verdict.Kind.GOOD ? copied : compared;
      return new Result(work.job().isMove() ? moved(Path.of(source), worse) : worse, true);
    } catch (IOException e) {
      return Result.unverified(
          Verdict.failure("what was compared cannot be noted: " + e, "check the agent's disk"));
    } finally {
      var _ = names.toFile().delete();
    }
  }

  private synchronized void close() throws IOException {
    for (BufferedWriter open : writer) {
      open.close();
    }
    if (!broken.isEmpty()) {
      throw new IOException(broken);
    }
  }

  private Verdict moved(Path source, Verdict copied) throws IOException {
    work.live().step(new RunEvent.Entered(RunPhase.PRUNE));
    return new Clearing(work, source, began, beganNanos).clear(names, equal, copied);
  }

  /** What a comparison came to that found the copy to be another. */
  static Verdict different(Verdict.Kind kind, String cause) {
    return new Verdict(
        kind,
        "the copy differs from its source: " + cause,
        "look at the run log; if the source changes all the time, stop that and run again");
  }
}
