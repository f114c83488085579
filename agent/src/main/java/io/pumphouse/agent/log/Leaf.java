package io.pumphouse.agent.log;

import java.nio.file.Path;

/** A text with entries in it. */
sealed interface Leaf {
  Script script();

  /** What still waits to be written. */
  record Text(String text) implements Leaf {
    @Override
    public Script script() {
      return new Script.Own();
    }
  }

  /** A file, read by a script made anew for each reading. */
  record File(Path file, boolean isOfRun) implements Leaf {
    @Override
    public Script script() {
      return isOfRun ? new Script.OfRun(file) : new Script.Own();
    }
  }
}
