package io.pumphouse.agent.poll;

import io.pumphouse.web.model.Health.Check;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Readings leave through here, to each subscriber in turn, whatever becomes of the others.
 * Thread-safe, so any bus thread may publish.
 */
public final class Feed {
  private static final String NAME = "feed";

  private final List<Delivery> deliveries;

  public Feed(List<Subscriber> subscribers) {
    this.deliveries = subscribers.stream().map(Delivery::new).toList();
  }

  public void publish(Batch batch) {
    deliveries.forEach(delivery -> delivery.deliver(batch));
  }

  /** One line of the health board: whether everybody took what was offered. */
  public List<Check> checks() {
    String losses =
        deliveries.stream()
            .flatMap(delivery -> delivery.losses().stream())
            .collect(Collectors.joining("; "));
    return List.of(
        losses.isEmpty()
            ? Check.well(NAME, "everybody takes what is read")
            : Check.degraded(
                NAME, losses, "this is a bug: report it with the log, then restart the agent"));
  }
}
