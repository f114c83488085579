package io.pumphouse.agent.backup;

import io.pumphouse.agent.sqlite.Contents;
import io.pumphouse.agent.sqlite.Outcome;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A database of this agent.
 *
 * @param name its file: {@code readings.db}
 * @param version the newest of it that this agent knows, as SQLite's {@code user_version}
 * @param size how many bytes it takes now
 * @param copier makes a copy at a path where nothing is, and tells what it must hold
 */
public record SnapshotSource(
    String name, long version, LongSupplier size, Function<Path, Outcome<Contents>> copier) {}
