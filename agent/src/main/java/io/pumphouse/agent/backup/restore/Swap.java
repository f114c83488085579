package io.pumphouse.agent.backup.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.pumphouse.agent.backup.medium.Disk;
import io.pumphouse.agent.config.PreferenceFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a prepared snapshot in the place of an agent's files, before anybody opens these. A file
 * whose new one still lies ready is the old one, so that whoever finds a swap half done goes on
 * with it: cut off anywhere, the next look makes it whole. Confined to one thread.
 */
public final class Swap {
  /** Is in the agent's folder while there is something to swap or to tell. */
  public static final String FOLDER = "restore";

  /** Says in the agent's folder what was restored last, once an agent has told of it. */
  static final String LAST = "last-restore";

  static final String READY = "ready";

  /** Lies in it and goes last: where the old files go, and what it is. */
  static final String PLAN = "plan";

  /** What people may have written since it was made ready; theirs stays. */
  private static final Set<String> PAPERS = Set.of(Restore.JOBS, PreferenceFile.NAME);

  /** What SQLite keeps beside a file; the files themselves first. */
  private static final List<String> PARTS = List.of("", "-wal", "-shm", "-journal");

  private final Path data;
  private final Mover mover;

  /** Moves a file within a disk at once. */
  @FunctionalInterface
  interface Mover {
    void move(Path from, Path to) throws IOException;
  }

  /** In an agent's folder in which nobody works. */
  public Swap(Path data) {
    this(data, (from, to) -> Files.move(from, to, ATOMIC_MOVE));
  }

  Swap(Path data, Mover mover) {
    this.data = data;
    this.mover = mover;
  }

  /** Says what was restored, for an agent that starts later. */
  private static final String DONE = "done";

  /** Whether there may be something to do or to tell; costs one look at the disk. */
  public static boolean isNeeded(Path data) {
    return Files.exists(data.resolve(FOLDER));
  }

  /**
   * Swaps in what is ready, and deletes what was prepared in part.
   *
   * @return what was restored and where the old files are; empty if nothing was ready
   */
  public Optional<String> finish() throws IOException {
    Path folder = data.resolve(FOLDER);
    Path ready = folder.resolve(READY);
    Optional<String> said =
        Files.exists(ready.resolve(PLAN)) ? Optional.of(swap(ready)) : Optional.empty();
    clear(ready);
    clear(folder.resolve(Restore.PART));
    return said;
  }

  /** What was restored since somebody last asked; afterwards it is no longer news. */
  public Optional<String> news() throws IOException {
    Path done = data.resolve(FOLDER).resolve(DONE);
    Optional<String> said =
        Files.exists(done) ? Optional.of(Files.readString(done).strip()) : Optional.empty();
    if (said.isPresent()) {
      Files.move(done, data.resolve(LAST), ATOMIC_MOVE);
    }
    Files.deleteIfExists(data.resolve(FOLDER));
    return said;
  }

  private String swap(Path ready) throws IOException {
    List<String> plan = Files.readAllLines(ready.resolve(PLAN));
    Path before = data.resolve(plan.getFirst());
    Files.createDirectories(before);
    Owner.give(before, data);
    for (Path file : files(ready)) {
      String name = file.getFileName().toString();
      if (PAPERS.contains(name) && Files.exists(data.resolve(name))) {
        Files.delete(file);
      } else if (!name.equals(PLAN)) {
        moveAside(name, before);
        mover.move(file, data.resolve(name));
        Disk.flush(data);
      }
    }
    Disk.flush(before);
    String said = "restored " + plan.getLast() + before(before);
    Disk.flush(data);
    Path done = Files.write(ready.resolveSibling(DONE), (said + "\n").getBytes(UTF_8));
    Owner.give(done, data);
    Files.delete(ready.resolve(PLAN));
    return said;
  }

  /** A new machine had nothing before. */
  private static String before(Path folder) throws IOException {
    if (files(folder).isEmpty()) {
      Files.delete(folder);
      return "";
    }
    return "; what was there before is in " + folder;
  }

  private void moveAside(String name, Path before) throws IOException {
    for (String part : PARTS) {
      Path old = data.resolve(name + part);
      if (Files.exists(old)) {
        mover.move(old, free(before, name + part));
      }
    }
    Disk.flush(before);
    Disk.flush(data);
  }

  /** What an agent began anew between two looks does not take the place of what is kept. */
  private static Path free(Path before, String name) {
    Path target = before.resolve(name);
    for (int number = 2; Files.exists(target); number++) {
      target = before.resolve(name + "." + number);
    }
    return target;
  }

  static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      all.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(null);
    return files;
  }

  /** Deletes a folder of files; none is fine. */
  static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path file : files(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }
}
