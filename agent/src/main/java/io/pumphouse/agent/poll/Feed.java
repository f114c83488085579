package io.pumphouse.agent.poll;

import java.util.List;

/**
 * Readings leave through here, to each subscriber in turn. Immutable, so any bus thread may
 * publish.
 */
public final class Feed {
  private final List<Subscriber> subscribers;

  public Feed(List<Subscriber> subscribers) {
    this.subscribers = List.copyOf(subscribers);
  }

  public void publish(Batch batch) {
    subscribers.forEach(subscriber -> subscriber.offer(batch));
  }
}
