package io.pumphouse.agent.backup.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Disk;
import io.pumphouse.agent.backup.medium.Identity;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.hal.reading.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a snapshot ready to take the place of what an agent's folder holds. Whoever starts next
 * there swaps: {@link Swap}. Confined to one thread; two at once in one folder disturb each other.
 */
public final class Restore {
  static final String JOBS = "jobs.yaml";

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
    Optional<Result> foreign = foreign(deposit);
    if (foreign.isPresent()) {
      return foreign.get();
    }
    Path part = data.resolve(Swap.FOLDER).resolve("part");
    try {
      Files.createDirectories(data.resolve(Swap.FOLDER));
      Swap.clear(part);
      Files.createDirectory(part);
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
    if (Files.exists(ready)) {
      return refused(
          "another backup is ready to be restored", "restart the agent, or: restore --withdraw");
    }
    String agent = deposit.manifest().origin().agent();
    if (!agent.isEmpty()) {
      Files.write(part.resolve(Identity.FILE), (agent + "\n").getBytes(UTF_8));
    }
    if (Files.notExists(data.resolve(JOBS)) && !deposit.manifest().jobs().isEmpty()) {
      Files.write(part.resolve(JOBS), deposit.manifest().jobs().getBytes(UTF_8));
    }
    String name = "before-restore-" + STAMP.format(time.wall());
    List<String> plan =
        List.of(
            name,
            deposit.stem() + " of " + deposit.manifest().taken().truncatedTo(ChronoUnit.SECONDS));
    Files.write(part.resolve(Swap.PLAN), plan);
    for (Path file : Swap.files(part)) {
      own(file);
      Disk.flush(file);
    }
    Disk.flush(part);
    Files.move(part, ready, ATOMIC_MOVE);
    Disk.flush(ready.resolveSibling(""));
    Disk.flush(data);
    return new Result.Ready();
  }

  /** Whoever restores is often root, and the agent is not. */
  private void own(Path file) throws IOException {
    PosixFileAttributes folder = Files.readAttributes(data, PosixFileAttributes.class);
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (!view.readAttributes().owner().equals(folder.owner())) {
      view.setOwner(folder.owner());
      view.setGroup(folder.group());
    }
  }

  /** Takes back what is ready and not swapped in yet; whether there was something. */
  public boolean withdraw() throws IOException {
    Path ready = data.resolve(Swap.FOLDER).resolve(Swap.READY);
    boolean isThere = Files.exists(ready.resolve(Swap.PLAN));
    Swap.clear(ready);
    return isThere;
  }

  private static Result refused(String cause, String next) {
    return new Result.Refused(cause, next);
  }
}
