package io.pumphouse.agent.sqlite;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file holds, to compare a copy with. Immutable.
 *
 * @param application whose file it is
 * @param version its schema
 * @param rows how many rows each table has
 */
public record Contents(long application, long version, SortedMap<String, Long> rows) {
  public Contents {
    rows = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }
}
