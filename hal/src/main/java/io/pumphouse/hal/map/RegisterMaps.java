package io.pumphouse.hal.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the register maps are: those that come with the program and, if there is a folder for them,
 * a user's own. A user's map takes the place of a shipped one with the same name.
 *
 * <p>Nothing is kept: every call reads the files again, and only those it needs. Thread-safe.
 */
public final class RegisterMaps {
  /** Shipped first: the order in which models are listed. The last shelf that has a map wins. */
  private final List<Shelf> shelves;

  /** Only the maps that come with the program. */
  public RegisterMaps() {
    shelves = List.of(new ShippedShelf());
  }

  /**
   * The maps that come with the program, and a user's own.
   *
   * @param folder where the user's {@code *.csv} are; it need not exist
   */
  public RegisterMaps(Path folder) {
    shelves = List.of(new ShippedShelf(), new FolderShelf(folder));
  }

  /**
   * The map of one model.
   *
   * @param modelId the name in the configuration: {@code nibe-s1255}
   */
  public Lookup find(String modelId) {
    for (Shelf shelf : shelves.reversed()) {
      switch (shelf.read(modelId)) {
        case MapText text -> {
          return MapLoader.load(text, this::alarms);
        }
        case Shelf.Unreadable(MapProblem problem) -> {
          return new Lookup.Faulty(List.of(problem));
        }
        case Shelf.NotHere() -> {}
      }
    }
    return new Lookup.Unknown(Nearest.to(modelId, modelIds()));
  }

  /** Every map, found or faulty: shipped ones first, then the user's by name. */
  public List<Lookup> all() {
    List<Lookup> maps = new ArrayList<>();
    modelIds().forEach(modelId -> maps.add(find(modelId)));
    for (Shelf shelf : shelves) {
      List<MapProblem> problems = shelf.list().problems();
      if (!problems.isEmpty()) {
        maps.add(new Lookup.Faulty(problems));
      }
    }
    return List.copyOf(maps);
  }

  /** Every model that has a sound map, in the order of {@link #all}. */
  public List<Model> models() {
    return all().stream()
        .flatMap(map -> map instanceof Lookup.Found found ? Stream.of(found) : Stream.empty())
        .map(found -> found.map().model())
        .toList();
  }

  /**
   * The names of all maps, in the order of {@link #all}, without reading any: a mistake in one
   * shows when it is asked for.
   */
  public List<String> modelIds() {
    return shelves.stream().flatMap(shelf -> shelf.list().modelIds().stream()).distinct().toList();
  }

  private Shelf.Page alarms(String name) {
    return shelves.reversed().stream()
        .map(shelf -> shelf.alarms(name))
        .filter(page -> !(page instanceof Shelf.NotHere))
        .findFirst()
        .orElse(new Shelf.NotHere());
  }
}
