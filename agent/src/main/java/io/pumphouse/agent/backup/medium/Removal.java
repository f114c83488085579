package io.pumphouse.agent.backup.medium;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes a snapshot: its manifest gets another name first, so that it counts no more, and goes
 * last, so that a later look finds what a power cut left of it. Stateless.
 */
public final class Removal {
  private static final String BEGUN = Manifest.SUFFIX + ".deleting";

  private Removal() {}

  /** Deletes what its manifest names and nothing else. */
  public static void delete(Deposit deposit) throws IOException {
    Path going = deposit.folder().resolve(deposit.stem() + BEGUN);
    Files.move(deposit.manifestFile(), going, ATOMIC_MOVE);
    Disk.flush(deposit.folder());
    finish(deposit.folder(), deposit.stem(), deposit.manifest(), going);
  }

  /**
   * What became of a deletion that was begun before.
   *
   * @param said a line for the log
   * @param isDone whether nothing is left
   */
  public record Rest(String said, boolean isDone) {}

  /** Goes on with those of this job that were begun. */
  public static List<Rest> finish(Path folder, Manifest.Origin origin) throws IOException {
    List<Rest> rests = new ArrayList<>();
    try (DirectoryStream<Path> begun =
        Files.newDirectoryStream(folder, Deposits.PREFIX + "*" + BEGUN)) {
      for (Path going : begun) {
        String name = going.getFileName().toString();
        finish(going, name.substring(0, name.length() - BEGUN.length()), origin)
            .ifPresent(rests::add);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return rests;
  }

  private static Optional<Rest> finish(Path going, String stem, Manifest.Origin origin) {
    try {
      Manifest manifest = ManifestReader.read(going, stem);
      if (!manifest.origin().equals(origin)) {
        return Optional.empty();
      }
      finish(going.resolveSibling(""), stem, manifest, going);
      return Optional.of(new Rest("deleted what was left of " + stem, true));
    } catch (IOException e) {
      return Optional.of(new Rest("what is left of " + stem + " stays: " + e, false));
    }
  }

  private static void finish(Path folder, String stem, Manifest manifest, Path going)
      throws IOException {
    for (Manifest.Entry entry : manifest.entries()) {
      Files.deleteIfExists(folder.resolve(entry.file()));
    }
    Files.deleteIfExists(folder.resolve(stem + Checked.SUFFIX));
    Disk.flush(folder);
    Files.deleteIfExists(going);
    Disk.flush(folder);
  }
}
