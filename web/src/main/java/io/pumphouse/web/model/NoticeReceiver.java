package io.pumphouse.web.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Who is told of backup runs. Immutable.
 *
 * @param kind {@code ntfy}, {@code gotify}, {@code healthchecks}, {@code webhook} or {@code mail}
 * @param place the machine that takes them; never the rest of the address, which may be a secret
 * @param events of what it is told: {@code started}, outcomes, {@code overdue}
 * @param latest what became of the newest one since the agent started; empty before the first
 */
public record NoticeReceiver(
    String id, String kind, String place, Set<String> events, List<Delivery> latest) {
  public NoticeReceiver {
    events = Set.copyOf(events);
    latest = List.copyOf(latest);
  }

  /**
   * What became of a notice.
   *
   * @param event what it told of; {@code test} for a trial
   * @param cause why it was not taken; empty if it was
   * @param next what to do about it; empty if nothing need be done
   */
  public record Delivery(Instant at, String event, String cause, String next) {
    /** Whether the receiver has it. */
    public boolean isTaken() {
      return cause.isEmpty();
    }
  }
}
