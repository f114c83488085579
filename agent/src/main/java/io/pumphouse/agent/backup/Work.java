package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.backup.tool.Child;
import io.pumphouse.agent.backup.tool.Place;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.BackupJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * One attempt of a run with what it needs: it starts tools and stops them when somebody wishes so
 * or the destination goes away. Confined to the runner's thread.
 */
final class Work {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration GUARD_EVERY = Duration.ofSeconds(2);

  private final BackupJob job;
  private final LiveRun live;
  private final RunLog log;
  private final Site site;

  /** How a tool came to its end. */
  sealed interface End {
    /** By itself. */
    record Exit(int code, List<String> said) implements End {}

    /** It was stopped, or never began. */
    record Cut(Verdict verdict) implements End {}
  }

  Work(BackupJob job, LiveRun live, RunLog log, Site site) {
    this.job = job;
    this.live = live;
    this.log = log;
    this.site = site;
  }

  BackupJob job() {
    return job;
  }

  LiveRun live() {
    return live;
  }

  RunLog log() {
    return log;
  }

  Site site() {
    return site;
  }

  /** Whose snapshots those of this job are. */
  Manifest.Origin origin() throws IOException {
    return site.origin(job.id());
  }

  /** Whether nobody wants it to stop. */
  boolean isWanted() {
    return live.wish() == LiveRun.Wish.GO_ON;
  }

  /** Good, or what is wrong with the destination now. */
  Verdict there() {
    return site.surroundings().guard().check(job);
  }

  /** The folder is made; good, or what is wrong with the destination now. */
  Verdict made(Path folder) throws IOException {
    return site.surroundings().guard().make(job, folder);
  }

  /** The most bytes per second at this time of the day; 0 for no limit. */
  long rate() {
    return job.bandwidth().at(site.timeOfDay());
  }

  /** Whether the destination keeps neither owners nor modes nor links. */
  boolean isPlain() {
    return site.surroundings().guard().isPlain(job);
  }

  /** Whether an earlier attempt of this run may have left parts. */
  boolean isAgain() {
    return live.now().attempts() > 1 || live.now().reason().startsWith(Foreman.RECOVERY);
  }

  /**
   * Runs a tool to its end.
   *
   * @param isOver whether the tool is to be stopped, with nothing wrong
   */
  End run(List<String> arguments, Hearing hearing, BooleanSupplier isOver)
      throws InterruptedException {
    Path standing = standing();
    log.add("run in " + standing + ": " + String.join(" ", arguments));
    long run = live.now().id();
    return switch (Child.start(arguments, standing, site.environment(site.token(run)), hearing)) {
      case Child.Start.Failed(var verdict) -> new End.Cut(verdict);
      case Child.Start.Running(var child) when isAstray(standing, child) -> {
        child.stop(Duration.ZERO);
        yield new End.Cut(lost(DestinationGuard.gone(standing)));
      }
      case Child.Start.Running(var child) -> {
        site.memory().child(run, live.now().attempts(), child.pid(), child.startTicks());
        yield watch(child, hearing, isOver);
      }
    };
  }

  /** In the destination, where that is a folder that is there. */
  private Path standing() {
    return Place.of(job.type().destination()) instanceof Place.Folder(var folder)
            && Files.isDirectory(folder)
        ? folder
        : site.data();
  }

  /** Its medium may have gone after it was checked and before the tool stood on it. */
  private boolean isAstray(Path standing, Child child) {
    return !standing.equals(site.data()) && !site.surroundings().guard().holds(job, child.folder());
  }

  private End watch(Child child, Hearing hearing, BooleanSupplier isOver)
      throws InterruptedException {
    long guarded = site.time().nanos();
    try {
      while (true) {
        OptionalInt code = child.await(LOOK_EVERY);
        if (code.isPresent()) {
          log.add("exit " + code.getAsInt());
          return new End.Exit(code.getAsInt(), hearing.said());
        }
        if (!isWanted() || isOver.getAsBoolean()) {
          return stopped(child, isWanted() ? "another rate" : "" + live.wish());
        }
        if (site.time().nanos() - guarded > GUARD_EVERY.toNanos()) {
          guarded = site.time().nanos();
          Verdict there = there();
          if (there.kind() != Verdict.Kind.GOOD) {
            child.stop(site.surroundings().grace());
            return new End.Cut(lost(there));
          }
        }
      }
    } catch (InterruptedException e) {
      child.stop(site.surroundings().grace());
      throw e;
    }
  }

  private End stopped(Child child, String why) throws InterruptedException {
    child.stop(site.surroundings().grace());
    log.add("stopped: " + why);
    return new End.Cut(new Verdict(Verdict.Kind.STOPPED, "", ""));
  }

  /** What was there at the start and is gone now is a failure, not a run that was left out. */
  static Verdict lost(Verdict there) {
    boolean isGone = there.kind() == Verdict.Kind.ABSENT;
    return Verdict.failure(
        (isGone ? "the destination went away in the middle: " : "") + there.cause(), there.next());
  }
}
