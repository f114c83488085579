package io.pumphouse.agent.backup.restore;

import io.pumphouse.agent.backup.medium.Checkup;
import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Disk;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.sqlite.Copied;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Copies a snapshot from its medium into a folder beside the agent's files, under the names it has
 * there, and reads the copy again: hash, soundness, and row counts must be those of the manifest.
 * Confined to one thread.
 */
public final class SideCopy {
  private static final int CHUNK = 64 * 1024;

  /** Room that must be left on the agent's disk besides. */
  private static final long SPARE = 16L << 20;

  private final Deposit deposit;
  private final Path side;
  private final Ear ear;
  private long done;

  /** Who follows the copying. */
  public interface Ear {
    /** Whether to go on. */
    boolean isWanted();

    /** So many bytes are copied, and these are read again. */
    void copied(long bytes);
  }

  /** What came of it. */
  public sealed interface Result {
    /** The copy is whole and sound. */
    record Sound() implements Result {}

    /** The snapshot cannot be used. */
    record Damaged(String cause) implements Result {}

    /** It could not be tried to the end, which says nothing about the snapshot. */
    record Stuck(String cause, String next) implements Result {}
  }

  /**
   * Of a snapshot.
   *
   * @param side a folder that is there and empty
   */
  public SideCopy(Deposit deposit, Path side, Ear ear) {
    this.deposit = deposit;
    this.side = side;
    this.ear = ear;
  }

  /** Copies and checks; what is there afterwards counts only after {@link Result.Sound}. */
  public Result make() throws InterruptedException {
    // What was noted against it once may have been the reader that broke it: it is read again.
    if (deposit.manifest().entries().isEmpty()) {
      return new Result.Damaged(deposit.trouble());
    }
    long needed = deposit.manifest().bytes() + SPARE;
    long free = side.toFile().getUsableSpace();
    if (free < needed) {
      return new Result.Stuck(
          "%s has %d KiB free, and the copy needs %d".formatted(side, free >> 10, needed >> 10),
          "free space on the agent's own disk");
    }
    for (Manifest.Entry entry : deposit.manifest().entries()) {
      Optional<Result> wrong = take(entry);
      if (wrong.isPresent()) {
        return wrong.get();
      }
    }
    return new Result.Sound();
  }

  private Optional<Result> take(Manifest.Entry entry) throws InterruptedException {
    Path from = deposit.folder().resolve(entry.file());
    Path to = side.resolve(entry.original());
    try (InputStream in = Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS)) {
      byte[] chunk = new byte[CHUNK];
      try (OutputStream out = Files.newOutputStream(to)) {
        for (int read = read(in, chunk); read >= 0; read = read(in, chunk)) {
          if (!ear.isWanted()) {
            return Optional.of(new Result.Stuck("somebody stopped it", ""));
          }
          out.write(chunk, 0, read);
          done += read;
          ear.copied(done);
        }
      }
      Disk.flush(to);
      Disk.forget(to);
      return check(entry, to);
    } catch (Unreadable e) {
      return Optional.of(new Result.Damaged(from + " cannot be read: " + e.getMessage()));
    } catch (IOException e) {
      return Optional.of(
          new Result.Stuck("copy " + from + " to " + to + ": " + e, "check both disks"));
    }
  }

  /** The medium refuses to give what was written on it. */
  private static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    Unreadable(IOException cause) {
      super(cause.toString(), cause);
    }
  }

  private static int read(InputStream in, byte[] chunk) throws Unreadable {
    try {
      return in.read(chunk);
    } catch (IOException e) {
      throw new Unreadable(e);
    }
  }

  private static Optional<Result> check(Manifest.Entry entry, Path copy) throws IOException {
    if (!Disk.sha256(copy).equals(entry.sha256())) {
      return damaged(entry.file() + " reads back differently from what was written");
    }
    String differs = Checkup.differs(Copied.inspect(copy), entry);
    return differs.isEmpty() ? Optional.empty() : damaged(differs);
  }

  private static Optional<Result> damaged(String cause) {
    return Optional.of(new Result.Damaged(cause));
  }
}
