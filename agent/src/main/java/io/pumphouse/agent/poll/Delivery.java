package io.pumphouse.agent.poll;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches on their way to one subscriber. One that throws has a bug, which must not cost those
 * after it their batch: it is logged the first time and counted always. Thread-safe.
 */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final Subscriber subscriber;
  private final String name;
  private long lost;
  private String lastCause = "";

  Delivery(Subscriber subscriber) {
    this.subscriber = subscriber;
    this.name = subscriber.getClass().getSimpleName();
  }

  void deliver(Batch batch) {
    try {
      subscriber.offer(batch);
    } catch (RuntimeException bug) {
      note(bug);
    }
  }

  private synchronized void note(RuntimeException bug) {
    if (lost++ == 0) {
      LOG.error("{} lost a batch by a bug; more are only counted", name, bug);
    }
    lastCause = bug.toString();
  }

  /** What got lost, in words; empty as long as nothing did. */
  synchronized Optional<String> losses() {
    return lost == 0
        ? Optional.empty()
        : Optional.of(name + " lost " + lost + " batches by a bug, the last by " + lastCause);
  }
}
