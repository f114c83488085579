package io.pumphouse.agent.app;

import io.pumphouse.agent.config.ModelShelf;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.MapProblem;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The register maps as the configuration sees them.
 *
 * @param maps the shipped maps and the user's
 */
public record MapShelf(RegisterMaps maps) implements ModelShelf {
  /** The folder for a user's maps, beside the configuration file. */
  private static final String FOLDER = "maps";

  /** The shipped maps, and a user's in the folder {@code maps} of this one. */
  public static MapShelf beside(Path configurations) {
    return new MapShelf(new RegisterMaps(configurations.resolve(FOLDER)));
  }

  /** All those without a mistake. */
  List<RegisterMap> sound() {
    return maps.all().stream()
        .flatMap(
            map ->
                map instanceof Lookup.Found(RegisterMap found) ? Stream.of(found) : Stream.empty())
        .toList();
  }

  @Override
  public Optional<RegisterMap> find(String id) {
    return switch (maps.find(id)) {
      case Lookup.Found(RegisterMap map) -> Optional.of(map);
      case Lookup.Unknown _, Lookup.Faulty _ -> Optional.empty();
    };
  }

  @Override
  public Optional<String> fault(String id) {
    return switch (maps.find(id)) {
      case Lookup.Found _, Lookup.Unknown _ -> Optional.empty();
      case Lookup.Faulty(var problems) -> Optional.of(words(problems));
    };
  }

  @Override
  public List<String> ids() {
    return maps.modelIds();
  }

  /** The first mistake in full; the others may well follow from it. */
  private static String words(List<MapProblem> problems) {
    String others = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
    return problems.getFirst() + others;
  }
}
