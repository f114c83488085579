package io.pumphouse.agent.poll;

import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;

/** The maps that come with the agent. */
final class Shipped {
  private Shipped() {}

  static RegisterMap map(String model) {
    return switch (new RegisterMaps().find(model)) {
      case Lookup.Found(RegisterMap map) -> map;
      case Lookup.Unknown _, Lookup.Faulty _ -> throw new IllegalArgumentException(model);
    };
  }
}
