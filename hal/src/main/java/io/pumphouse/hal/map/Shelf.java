package io.pumphouse.hal.map;

import java.util.List;

/** A place where map files lie. */
interface Shelf {
  Listing list();

  Page read(String modelId);

  /** The alarm table of this name. */
  Page alarms(String name);

  /** What came of reading one map. */
  sealed interface Page permits MapText, Unreadable, NotHere {}

  /** The map is, or may be, here, but cannot be read. */
  record Unreadable(MapProblem problem) implements Page {}

  record NotHere() implements Page {}

  /**
   * Which models have a map here.
   *
   * @param modelIds in a stable order
   * @param problems why some may be left out
   */
  record Listing(List<String> modelIds, List<MapProblem> problems) {
    public Listing {
      modelIds = List.copyOf(modelIds);
      problems = List.copyOf(problems);
    }
  }
}
