package io.pumphouse.agent.backup.medium;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A snapshot that lies on a medium. Immutable.
 *
 * @param folder where
 * @param stem with which the names of its files begin
 * @param manifest what it says of itself; without entries if that cannot be read
 * @param verified when it was last read back from the medium and found sound; its making, at first
 * @param trouble why it cannot be restored, as far as is known without reading it through; empty if
 *     nothing is known against it
 */
public record Deposit(
    Path folder, String stem, Manifest manifest, Instant verified, String trouble) {
  /** Whether nothing is known against it. */
  public boolean isSound() {
    return trouble.isEmpty();
  }

  /** Whether this job of this agent made it. */
  public boolean isOf(Manifest.Origin origin) {
    return !origin.agent().isEmpty() && manifest.origin().equals(origin);
  }

  /** Its files, the manifest last; none if one of them is missing or a link. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    manifest.entries().forEach(entry -> files.add(folder.resolve(entry.file())));
    files.add(manifestFile());
    boolean isWhole = files.stream().allMatch(file -> Files.isRegularFile(file, NOFOLLOW_LINKS));
    return isWhole ? files : List.of();
  }

  Path manifestFile() {
    return folder.resolve(stem + Manifest.SUFFIX);
  }
}
