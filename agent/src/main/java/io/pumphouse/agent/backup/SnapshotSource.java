package io.pumphouse.agent.backup;

import io.pumphouse.agent.sqlite.Contents;
import io.pumphouse.agent.sqlite.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A database of this agent.
 *
 * @param name its file: {@code readings.db}
 * @param version the newest of it that this agent knows, as SQLite's {@code user_version}
 * @param size how many bytes it takes now
 * @param copier makes a copy at a path where nothing is, and tells what it must hold
 * @param newest the time of the newest reading in it; empty if it has none
 */
public record SnapshotSource(
    String name,
    long version,
    LongSupplier size,
    Function<Path, Outcome<Contents>> copier,
    Supplier<List<Instant>> newest) {
  /** A database without readings. */
  public SnapshotSource(
      String name, long version, LongSupplier size, Function<Path, Outcome<Contents>> copier) {
    this(name, version, size, copier, List::of);
  }
}
