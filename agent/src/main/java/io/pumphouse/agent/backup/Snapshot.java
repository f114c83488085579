package io.pumphouse.agent.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.backup.medium.Disk;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.backup.tool.Tally;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.agent.sqlite.Contents;
import io.pumphouse.agent.sqlite.Copied;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Trouble;
import io.pumphouse.web.model.RunPhase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Copies the agent's own databases into new files: never over an older copy, under a name ending in
 * {@code .part} until they are checked, and with a manifest written last. A copy counts only if its
 * manifest is there and agrees with it. Confined to the runner's thread.
 */
final class Snapshot {
  private final Work work;
  private final List<SnapshotSource> sources;
  private final Meter meter;

  Snapshot(Work work, List<SnapshotSource> sources) {
    this.work = work;
    this.sources = sources;
    this.meter = new Meter(work.live().now().progress(), work.site().time());
  }

  Verdict run(Path folder) throws InterruptedException {
    String stem =
        Deposits.PREFIX
            + Deposits.STAMP.format(work.site().time().wall())
            + "-"
            + work.live().now().id();
    try {
      Verdict there = work.made(folder);
      if (there.kind() != Verdict.Kind.GOOD) {
        return Work.lost(there);
      }
      Leftovers.clear(work.job());
      Optional<Verdict> narrow = room(folder);
      Verdict verdict = narrow.isPresent() ? narrow.get() : run(folder, stem);
      if (!verdict.isCopied()) {
        Leftovers.clear(work.job());
      }
      return verdict;
    } catch (IOException e) {
      return failed(folder, e);
    }
  }

  private Verdict run(Path folder, String stem) throws InterruptedException {
    List<Manifest.Entry> entries = new ArrayList<>();
    Papers papers = Papers.in(work.site().data());
    papers.left().forEach(work.log()::add);
    meter.expect(size());
    try {
      for (SnapshotSource source : sources) {
        switch (step(source, folder.resolve(stem + "-" + source.name()))) {
          case Copy.Bad(var verdict) -> {
            return verdict;
          }
          case Copy.Good(var entry) -> {
            entries.add(entry);
            show(new Tally(bytes(entries), -1));
          }
        }
      }
      show(new Tally(bytes(entries), bytes(entries)));
      Verdict there = work.there(); // what lies under a mount point gets no name that counts
      return there.kind() == Verdict.Kind.GOOD
          ? finish(folder, stem, entries, papers)
          : Work.lost(there);
    } catch (IOException e) {
      return failed(folder, e);
    }
  }

  private static Verdict failed(Path folder, IOException e) {
    return Verdict.failure(folder + ": " + e, "check the medium: free space, owner, kernel log");
  }

  /** What is missing of the room that a copy may take, which is a little more than its source. */
  private Optional<Verdict> room(Path folder) {
    long needed = size() * 6 / 5;
    long free = folder.toFile().getUsableSpace();
    return needed <= free
        ? Optional.empty()
        : Optional.of(
            Verdict.failure(
                "%s is too full: a snapshot may need %d KiB, and %d are free"
                    .formatted(folder, needed >> 10, free >> 10),
                "free space there"));
  }

  private long size() {
    return sources.stream().mapToLong(source -> source.size().getAsLong()).sum();
  }

  private static long bytes(List<Manifest.Entry> entries) {
    return entries.stream().mapToLong(Manifest.Entry::bytes).sum();
  }

  /** SQLite copies a file at one go: progress is told file by file. */
  private void show(Tally tally) {
    work.live().progress(meter.take(tally));
  }

  private sealed interface Copy {
    record Good(Manifest.Entry entry) implements Copy {}

    record Bad(Verdict verdict) implements Copy {}
  }

  /** Looks before each copy whether the medium is still there: this process stands nowhere. */
  private Copy step(SnapshotSource source, Path target) throws IOException {
    if (!work.isWanted()) {
      return new Copy.Bad(new Verdict(Verdict.Kind.STOPPED, "", ""));
    }
    Verdict there = work.there();
    return there.kind() == Verdict.Kind.GOOD
        ? copy(source, target)
        : new Copy.Bad(Work.lost(there));
  }

  private Copy copy(SnapshotSource source, Path target) throws IOException {
    Path part = part(target);
    enter(RunPhase.COPY);
    work.log().add("copy " + source.name() + " to " + part);
    return switch (source.copier().apply(part)) {
      case Outcome.Failed<Contents>(var why) -> bad(why.cause(), next(why));
      case Outcome.Done<Contents>(var wanted) -> check(source, target, wanted);
    };
  }

  private static Path part(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  private static String next(Trouble why) {
    return why.kind() == Trouble.Kind.FULL ? "free space there" : why.next();
  }

  private Copy check(SnapshotSource source, Path target, Contents wanted) throws IOException {
    Path part = part(target);
    enter(RunPhase.FLUSH);
    Disk.flush(part);
    enter(RunPhase.VERIFY);
    switch (Copied.inspect(part)) {
      case Outcome.Failed<Contents>(var why) -> {
        return bad("the copy is damaged: " + why.cause(), "replace the medium");
      }
      case Outcome.Done<Contents>(var found) -> {
        if (!found.equals(wanted)) {
          return bad("the copy holds " + found + " instead of " + wanted, "replace the medium");
        }
      }
    }
    String hash = Disk.sha256(part);
    work.log().add(target.getFileName() + ": sha256 " + hash + ", rows " + wanted.rows());
    return new Copy.Good(
        new Manifest.Entry(
            target.getFileName().toString(), source.name(), Files.size(part), hash, wanted));
  }

  /** The names are on the disk before the manifest is, which vouches for them. */
  private Verdict finish(Path folder, String stem, List<Manifest.Entry> entries, Papers papers)
      throws IOException, InterruptedException {
    for (Manifest.Entry entry : entries) {
      Path target = folder.resolve(entry.file());
      Files.move(part(target), target, ATOMIC_MOVE);
    }
    Disk.flush(folder);
    for (Manifest.Entry entry : entries) {
      Path target = folder.resolve(entry.file());
      Disk.forget(target);
      if (!Disk.sha256(target).equals(entry.sha256())) {
        return Verdict.failure(entry.file() + " reads back differently", "replace the medium");
      }
    }
    Path part = folder.resolve(stem + ".json.part");
    Manifest manifest =
        new Manifest(
            work.origin(),
            work.site().time().wall(),
            work.site().trust().isSure(),
            entries,
            papers.jobs(),
            papers.settings(),
            new Manifest.Aside(newest(), folder.toFile().getUsableSpace()));
    Files.write(part, manifest.text().getBytes(UTF_8));
    Disk.flush(part);
    Files.move(part, folder.resolve(stem + ".json"), ATOMIC_MOVE);
    Disk.flush(folder);
    work.log().add("manifest " + stem + ".json");
    return papers.verdict();
  }

  private Instant newest() {
    return sources.stream()
        .flatMap(source -> source.newest().get().stream())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Copy bad(String cause, String next) {
    return new Copy.Bad(Verdict.failure(cause, next));
  }

  private void enter(RunPhase phase) {
    work.live().step(new RunEvent.Entered(phase));
  }
}
