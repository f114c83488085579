package io.pumphouse.agent.command;

import java.nio.file.Path;
import java.util.List;

/** Media that somebody plugged in and this machine mounted. Thread-safe. */
@FunctionalInterface
public interface Sticks {
  /** Where those are mounted that can be written to. */
  List<Path> mounted();
}
