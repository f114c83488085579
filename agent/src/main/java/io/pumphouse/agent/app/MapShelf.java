package io.pumphouse.agent.app;

import io.pumphouse.agent.config.ModelShelf;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import java.util.List;
import java.util.Optional;

/**
 * The register maps as the configuration sees them.
 *
 * @param maps the shipped maps and the user's
 */
public record MapShelf(RegisterMaps maps) implements ModelShelf {
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
      case Lookup.Faulty(var problems) -> Optional.of(problems.getFirst().toString());
    };
  }

  @Override
  public List<String> ids() {
    return maps.models().stream().map(Model::id).toList();
  }
}
