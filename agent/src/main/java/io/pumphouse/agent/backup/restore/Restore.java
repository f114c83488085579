package io.pumphouse.agent.backup.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Disk;
import io.pumphouse.agent.backup.medium.Identity;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.config.PreferenceFile;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Restoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Makes a snapshot ready to take the place of what an agent's folder holds. Whoever starts next
 * there swaps: {@link Swap}. Confined to one thread; two at once in one folder disturb each other.
 */
public final class Restore {
  static final String JOBS = "jobs.yaml";
  static final String PART = "part";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path data;
  private final Map<String, Long> known;
  private final TimeSource time;

  /** What came of it. */
  public sealed interface Result {
    /** The next start swaps it in. */
    record Ready() implements Result {}

    /** Nothing was changed. */
    record Refused(String cause, String next) implements Result {}
  }

  /**
   * Into an agent's folder.
   *
   * @param data the folder; made if it is not there
   * @param known the files that an agent has, and the newest version of each that this one knows
   */
  public Restore(Path data, Map<String, Long> known, TimeSource time) {
    this.data = data;
    this.known = Map.copyOf(known);
    this.time = time;
  }

  /** Copies a snapshot beside the agent's files and checks it. */
  public Result prepare(Deposit deposit, SideCopy.Ear ear) throws InterruptedException {
    Optional<Result> obstacle = obstacle(deposit);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    Path part = data.resolve(Swap.FOLDER).resolve(PART);
    try {
      Files.createDirectories(data.resolve(Swap.FOLDER));
      Swap.clear(part);
      Files.createDirectory(part);
      Owner.give(data.resolve(Swap.FOLDER), data);
      Owner.give(part, data);
      return switch (new SideCopy(deposit, part, ear).make()) {
        case SideCopy.Result.Sound _ -> seal(deposit, part);
        case SideCopy.Result.Damaged(var cause) -> {
          Swap.clear(part);
          yield refused(cause, "choose another backup");
        }
        case SideCopy.Result.Stuck(var cause, var next) -> {
          Swap.clear(part);
          yield refused(cause, next);
        }
      };
    } catch (IOException e) {
      return refused(part + ": " + e, "check that this user may write there");
    }
  }

  private Optional<Result> obstacle(Deposit deposit) {
    return isReady()
        ? Optional.of(
            refused(
                "another backup is ready to be restored",
                "restart the agent, or: restore --withdraw"))
        : foreign(deposit);
  }

  private Optional<Result> foreign(Deposit deposit) {
    for (Manifest.Entry entry : deposit.manifest().entries()) {
      Optional<Long> newest = Optional.ofNullable(known.get(entry.original()));
      if (newest.isEmpty()) {
        return Optional.of(
            refused(deposit.stem() + " has a file " + entry.original(), "install a newer agent"));
      }
      if (newest.get() < entry.contents().version()) {
        return Optional.of(
            refused(
                "%s is of version %d, and this agent knows %d"
                    .formatted(entry.original(), entry.contents().version(), newest.get()),
                "install a newer agent, or choose an older backup"));
      }
    }
    return Optional.empty();
  }

  /** From the renaming on it is decided: until then nothing is, and afterwards all of it. */
  private Result seal(Deposit deposit, Path part) throws IOException {
    Path ready = data.resolve(Swap.FOLDER).resolve(Swap.READY);
    String agent = deposit.manifest().origin().agent();
    if (!agent.isEmpty()) {
      Files.write(part.resolve(Identity.FILE), (agent + "\n").getBytes(UTF_8));
    }
    bring(JOBS, deposit.manifest().jobs(), part);
    bring(PreferenceFile.NAME, deposit.manifest().settings(), part);
    String name = "before-restore-" + STAMP.format(time.wall());
    List<String> plan =
        List.of(
            name,
            deposit.stem() + " of " + deposit.manifest().taken().truncatedTo(ChronoUnit.SECONDS));
    Files.write(part.resolve(Swap.PLAN), plan);
    for (Path file : Swap.files(part)) {
      Owner.give(file, data);
      Disk.flush(file);
    }
    Disk.flush(part);
    Files.move(part, ready, ATOMIC_MOVE);
    Disk.flush(ready.resolveSibling(""));
    Disk.flush(data);
    return new Result.Ready();
  }

  /** What people have written meanwhile stays. */
  private void bring(String name, String text, Path part) throws IOException {
    if (Files.notExists(data.resolve(name)) && !text.isEmpty()) {
      Files.write(part.resolve(name), text.getBytes(UTF_8));
    }
  }

  /** What came of taking back. */
  public enum Withdrawal {
    NOTHING_READY,
    WITHDRAWN,
    /** A swap has begun: the next start goes on with it, and only then is anything whole again. */
    UNDER_WAY
  }

  /** Takes back what is ready, unless some of it is in place already. */
  public Withdrawal withdraw() throws IOException {
    Path ready = data.resolve(Swap.FOLDER).resolve(Swap.READY);
    if (!isReady()) {
      return Withdrawal.NOTHING_READY;
    }
    if (Files.exists(data.resolve(Files.readAllLines(ready.resolve(Swap.PLAN)).getFirst()))) {
      return Withdrawal.UNDER_WAY;
    }
    Path part = data.resolve(Swap.FOLDER).resolve(PART);
    Swap.clear(part);
    Files.move(ready, part, ATOMIC_MOVE);
    Disk.flush(data.resolve(Swap.FOLDER));
    Swap.clear(part);
    return Withdrawal.WITHDRAWN;
  }

  /** What is ready, and what was restored last; what cannot be read is not told. */
  public Restoring standing() {
    Path ready = data.resolve(Swap.FOLDER).resolve(Swap.READY).resolve(Swap.PLAN);
    Path last = data.resolve(Swap.LAST);
    try {
      boolean isReady = Files.exists(ready);
      String what = isReady ? Files.readAllLines(ready).getLast() : "";
      boolean isTold = Files.exists(last);
      return new Restoring(
          what.replaceFirst(" of .*", ""),
          isReady ? Instant.parse(what.replaceFirst(".* of ", "")) : Instant.EPOCH,
          isTold ? Files.readString(last).strip() : "",
          isTold ? Files.getLastModifiedTime(last).toInstant() : Instant.EPOCH);
    } catch (IOException | DateTimeException | NoSuchElementException _) {
      return Restoring.NOTHING; // withdrawn or swapped meanwhile
    }
  }

  private boolean isReady() {
    return Files.exists(data.resolve(Swap.FOLDER).resolve(Swap.READY).resolve(Swap.PLAN));
  }

  private static Result refused(String cause, String next) {
    return new Result.Refused(cause, next);
  }
}
