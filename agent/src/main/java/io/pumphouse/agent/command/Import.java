package io.pumphouse.agent.command;

import java.io.IOException;
import java.io.InputStream;

/** Readings into the store, from a file. Thread-safe. */
@FunctionalInterface
public interface Import {
  /**
   * How to read a file.
   *
   * @param pump the pump that all lines are for; empty if the file says so
   * @param format what it is written in; empty to find out
   * @param isDry whether only to say what would be done
   */
  record Order(String pump, String format, boolean isDry) {}

  /**
   * Reads a file to its end; waits for the database.
   *
   * @param from the file; stays open
   */
  ImportReport read(InputStream from, Order order) throws IOException;
}
