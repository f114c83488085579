package io.pumphouse.hal.line;

/** Whoever is at the other end of the line under test. */
interface Peer extends AutoCloseable {
  /** Sends these bytes to the line. */
  void says(Frame bytes);

  /** Waits until this many bytes came from the line. */
  Frame heard(int count);

  /** Leaves, as when a plug is pulled. */
  @Override
  void close();
}
