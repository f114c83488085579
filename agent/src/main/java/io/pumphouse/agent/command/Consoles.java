package io.pumphouse.agent.command;

/** The technician's console, for whoever typed {@code console} on this machine. Thread-safe. */
@FunctionalInterface
public interface Consoles {
  /** How large the window is, if anybody knows: that of a dumb terminal. */
  Window DUMB = new Window(80, 24);

  /**
   * The window of a terminal.
   *
   * @param columns characters in a line
   * @param rows lines
   */
  record Window(int columns, int rows) {}

  /**
   * Talks with this terminal until somebody leaves; returns the exit code.
   *
   * @param keys what is typed, key by key
   */
  int serve(Desk desk, Terminal keys, Window window);
}
