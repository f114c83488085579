package io.pumphouse.hal.map;

import java.util.List;

/** How looking for a model's register map ended. */
public sealed interface Lookup {
  /** The map is there and sound. */
  record Found(RegisterMap map) implements Lookup {}

  /**
   * No map has this name.
   *
   * @param nearest the most similar name that has one
   */
  record Unknown(String nearest) implements Lookup {}

  /**
   * The map is there and cannot be used.
   *
   * @param problems every mistake in it, at least one, in the order of the file
   */
  record Faulty(List<MapProblem> problems) implements Lookup {
    public Faulty {
      problems = List.copyOf(problems);
    }
  }
}
