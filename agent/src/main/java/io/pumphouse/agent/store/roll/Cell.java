package io.pumphouse.agent.store.roll;

/**
 * What the values of one series amount to in one step.
 *
 * @param covered for how many milliseconds there was a value, at least 1
 * @param weighed the sum of each value times how many milliseconds it held
 */
public record Cell(long lowest, long highest, long last, long covered, double weighed) {
  static Cell of(long raw, long millis) {
    return new Cell(raw, raw, raw, millis, (double) raw * millis);
  }
}
