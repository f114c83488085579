package io.pumphouse.agent.backup.medium;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the snapshots of a folder by their manifests. Stateless. */
public final class Deposits {
  /** With which the name of each file of a snapshot begins. */
  public static final String PREFIX = "pumphouse-";

  /** The time in the name of a snapshot, in UTC. */
  public static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final Pattern DATED = Pattern.compile(PREFIX + "([0-9]{8}T[0-9]{6}Z)-.*");

  private Deposits() {}

  /** Those that lie there, newest first; files are looked at, not read through. */
  public static List<Deposit> in(Path folder) throws IOException {
    List<Deposit> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    String names = PREFIX + "*" + Manifest.SUFFIX;
    try (DirectoryStream<Path> manifests = Files.newDirectoryStream(folder, names)) {
      for (Path manifest : manifests) {
        String name = manifest.getFileName().toString();
        found.add(at(folder, name.substring(0, name.length() - Manifest.SUFFIX.length())));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    found.sort(
        Comparator.comparing((Deposit it) -> it.manifest().taken())
            .thenComparing(Deposit::stem)
            .reversed());
    return found;
  }

  /** The one whose files begin so; empty if none has a manifest. */
  public static Optional<Deposit> of(Path folder, String stem) throws IOException {
    return in(folder).stream().filter(deposit -> deposit.stem().equals(stem)).findFirst();
  }

  private static Deposit at(Path folder, String stem) {
    try {
      Manifest manifest = ManifestReader.read(folder.resolve(stem + Manifest.SUFFIX), stem);
      Optional<Checked> checked = Checked.of(folder, stem);
      String trouble = missing(folder, manifest);
      return new Deposit(
          folder,
          stem,
          manifest,
          checked.filter(it -> it.trouble().isEmpty()).map(Checked::when).orElse(manifest.taken()),
          trouble.isEmpty() ? checked.map(Checked::trouble).orElse("") : trouble);
    } catch (IOException e) {
      String trouble = "the manifest cannot be used: " + e.getMessage();
      Manifest none = new Manifest(new Manifest.Origin("", ""), dated(stem), false, List.of(), "");
      return new Deposit(folder, stem, none, Instant.EPOCH, trouble);
    }
  }

  /** By its name, where the manifest does not tell: a newest one that is damaged is the newest. */
  private static Instant dated(String stem) {
    Matcher matcher = DATED.matcher(stem);
    try {
      return matcher.matches() ? STAMP.parse(matcher.group(1), Instant::from) : Instant.EPOCH;
    } catch (DateTimeParseException _) {
      return Instant.EPOCH; // not a name that a snapshot was given
    }
  }

  private static String missing(Path folder, Manifest manifest) throws IOException {
    for (Manifest.Entry entry : manifest.entries()) {
      Path file = folder.resolve(entry.file());
      if (Files.isSymbolicLink(file)) {
        return entry.file() + " is a link, and no file of a backup";
      }
      if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
        return entry.file() + " is missing";
      }
      if (Files.size(file) != entry.bytes()) {
        return entry.file() + " has " + Files.size(file) + " bytes instead of " + entry.bytes();
      }
    }
    return "";
  }
}
