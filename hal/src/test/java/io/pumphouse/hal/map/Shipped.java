package io.pumphouse.hal.map;

/** The maps that come with the program, for tests about what they say. */
final class Shipped {
  private Shipped() {}

  static RegisterMap map(String modelId) {
    return switch (new RegisterMaps().find(modelId)) {
      case Lookup.Found(RegisterMap map) -> map;
      case Lookup.Unknown unknown -> throw new AssertionError(unknown.toString());
      case Lookup.Faulty faulty -> throw new AssertionError(faulty.problems().toString());
    };
  }
}
