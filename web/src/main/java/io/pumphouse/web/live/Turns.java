package io.pumphouse.web.live;

import io.pumphouse.hal.reading.PumpId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Which pumps have news, and when each is told of. A whole round leaves at once, as long as there
 * is on average no more than one in {@code pace}: what one message came late, the next may come
 * early, so that a pump asked at about that pace does not wait the same part of a second from then
 * on. What comes of a round that goes on is told that much later at the latest. Thread-safe.
 */
final class Turns {
  private final Supplier<Duration> pace;
  private final Map<PumpId, Turn> turns = new HashMap<>();

  private static final class Turn {
    private boolean hasNews;
    private boolean isWhole;
    private long since;

    /** When the latest message should have left; long ago if there was none. */
    private long latest = Long.MIN_VALUE / 2;

    /** When the next was said to be due; never as long as there is no news. */
    private long said = Long.MAX_VALUE;

    private long due(long every) {
      return isWhole ? latest + every : Math.max(latest, since) + every;
    }

    private boolean isEarlierThanSaid(long every) {
      long before = said;
      said = due(every);
      return said < before;
    }

    private void take(long now, long every) {
      hasNews = false;
      isWhole = false;
      said = Long.MAX_VALUE;
      latest = Math.max(latest + every, now - every);
    }
  }

  Turns(Supplier<Duration> pace) {
    this.pace = pace;
  }

  /**
   * Takes note that a pump was asked.
   *
   * @param isWhole whether that was the last request of its round
   * @param now nanoseconds since boot, here and below
   * @return whether something is due earlier for it, perhaps because the pace is another since
   */
  synchronized boolean note(PumpId pump, boolean isWhole, long now) {
    Turn turn = turns.computeIfAbsent(pump, _ -> new Turn());
    if (!turn.hasNews) {
      turn.hasNews = true;
      turn.since = now;
    }
    turn.isWhole |= isWhole;
    return turn.isEarlierThanSaid(pace.get().toNanos());
  }

  /** When the next pump is due; the end of time if none has news. */
  synchronized long next() {
    long every = pace.get().toNanos();
    long next = Long.MAX_VALUE;
    for (Turn turn : turns.values()) {
      next = turn.hasNews ? Math.min(next, turn.due(every)) : next;
    }
    return next;
  }

  /** The pumps that are due, which have no news from then on. */
  synchronized List<PumpId> take(long now) {
    long every = pace.get().toNanos();
    List<PumpId> due = new ArrayList<>();
    for (Map.Entry<PumpId, Turn> each : turns.entrySet()) {
      Turn turn = each.getValue();
      if (turn.hasNews && turn.due(every) <= now) {
        turn.take(now, every);
        due.add(each.getKey());
      }
    }
    return due;
  }
}
