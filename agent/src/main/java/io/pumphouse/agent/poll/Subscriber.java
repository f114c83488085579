package io.pumphouse.agent.poll;

/**
 * Somebody who wants every batch. Has its own bounded queue and its own rule for a full one.
 *
 * @see Feed
 */
@FunctionalInterface
public interface Subscriber {
  /** Takes note and returns at once; called on the bus thread. Never waits, never throws. */
  void offer(Batch batch);
}
