package io.pumphouse.agent.ledger;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.poll.Subscriber;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes when a pump stops answering and when it answers again: each change once. Thread-safe. */
public final class LinkWatch implements Subscriber {
  private static final Logger LOG = LoggerFactory.getLogger(LinkWatch.class);

  private final Ledger ledger;
  private final TimeSource time;
  private final Map<PumpId, Change> latest = new ConcurrentHashMap<>();

  private record Change(boolean isUp, Moment since) {}

  public LinkWatch(Ledger ledger, TimeSource time) {
    this.ledger = ledger;
    this.time = time;
  }

  @Override
  public void offer(Batch batch) {
    if (batch.link() instanceof Link.Untried) {
      return;
    }
    boolean isUp = batch.link() instanceof Link.Up;
    Change before = latest.get(batch.pump());
    if (before == null || before.isUp() != isUp) {
      Moment now = time.now();
      latest.put(batch.pump(), new Change(isUp, now));
      note(
          isUp
              ? new Event(
                  now,
                  Event.Kind.LINK_UP,
                  batch.pump().name(),
                  answers(Optional.ofNullable(before), now))
              : new Event(
                  now,
                  Event.Kind.LINK_DOWN,
                  batch.pump().name(),
                  batch.link().cause() + "; " + batch.link().next()));
    }
  }

  private void note(Event event) {
    LOG.info("{} {}: {}", event.kind().word(), event.pump(), event.text());
    ledger.note(event);
  }

  private static String answers(Optional<Change> before, Moment now) {
    return before
        .map(change -> "answers again after " + change.since().ageAt(now).toSeconds() + " s")
        .orElse("answers");
  }
}
