package io.pumphouse.hal.map;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** A user's own maps: every {@code x.csv} in one folder is model {@code x}. */
final class FolderShelf implements Shelf {
  private static final String SUFFIX = ".csv";

  private final Path folder;

  FolderShelf(Path folder) {
    this.folder = folder;
  }

  /** The maps in the folder, by name. A folder that does not exist holds none. */
  @Override
  public Listing list() {
    TreeSet<String> modelIds = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      files.forEach(file -> modelIds.add(modelIdOf(file)));
    } catch (NoSuchFileException _) {
      return new Listing(List.of(), List.of());
    } catch (IOException | DirectoryIteratorException e) {
      return new Listing(List.of(), List.of(unreadable(folder, e)));
    }
    return new Listing(List.copyOf(modelIds), List.of());
  }

  @Override
  public Page read(String modelId) {
    Listing listing = list();
    if (!listing.problems().isEmpty()) {
      return new Unreadable(listing.problems().getFirst());
    }
    return listing.modelIds().contains(modelId)
        ? read(modelId, folder.resolve(modelId + SUFFIX))
        : new NotHere();
  }

  /** From {@code alarms/} in the folder. */
  @Override
  public Page alarms(String name) {
    return new FolderShelf(folder.resolve("alarms")).read(name);
  }

  private static Page read(String modelId, Path file) {
    try {
      return MapText.of(modelId, file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      String found = "not UTF-8 text (" + e.getMessage() + ")";
      return new Unreadable(
          new MapProblem(file.toString(), 1, found, "save it as CSV with encoding UTF-8"));
    } catch (IOException e) {
      return new Unreadable(unreadable(file, e));
    }
  }

  private static MapProblem unreadable(Path path, Exception e) {
    return new MapProblem(
        path.toString(), 1, "cannot be read (" + e + ")", "let the agent's user read it");
  }

  private static String modelIdOf(Path file) {
    String name = file.getName(file.getNameCount() - 1).toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
