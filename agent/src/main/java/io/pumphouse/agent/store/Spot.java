package io.pumphouse.agent.store;

/**
 * A place in the order of blocks by wall time, which is the order of their index.
 *
 * @param from wall time of the earliest sample, milliseconds since 1970
 * @param to that of the latest
 * @param id rises from block to block, in the order they were stored
 */
record Spot(long from, long to, long id) {
  static final Spot BEFORE_ALL = new Spot(Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE);
}
