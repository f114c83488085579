package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Stock.Leafed;
import io.pumphouse.web.model.Stock.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Looks for one leaf of samples in ever wider windows of time, none longer than a day: so much is
 * unpacked at most for nothing. Used once, by one thread.
 */
final class Leafing {
  private static final Duration NARROW = Duration.ofMinutes(15);
  private static final Duration WIDE = Duration.ofDays(1);

  private final ReadingStore store;
  private final PumpId pump;
  private final RegisterId register;

  /** One more than is shown, to know whether there are more. */
  private final int most;

  private final Deque<Sample> found = new ArrayDeque<>();

  Leafing(ReadingStore store, PumpId pump, RegisterId register, int shown) {
    this.store = store;
    this.pump = pump;
    this.register = register;
    this.most = shown + 1;
  }

  /**
   * Looks.
   *
   * @param ends the earliest and the latest sample in the file; what is not committed yet is later
   */
  Leafed leaf(Way way, Instant edge, List<Instant> ends) {
    Instant first = ends.isEmpty() ? edge.minus(NARROW) : ends.getFirst();
    Instant last = ends.isEmpty() ? edge : ends.getLast();
    return switch (way) {
      case BACK -> back(edge, first);
      case ON -> on(edge, last.plus(WIDE));
    };
  }

  private Leafed back(Instant before, Instant first) {
    Instant to = before;
    Duration width = NARROW;
    while (found.size() < most && to.isAfter(first)) {
      Instant from = to.minus(width);
      Deque<Sample> window = new ArrayDeque<>();
      if (look(from, to, sample -> keepLast(window, sample)) instanceof Failed<Long>(var why)) {
        return new Leafed.Failed(why.cause(), why.next());
      }
      while (!window.isEmpty() && found.size() < most) {
        found.addFirst(window.removeLast());
      }
      to = from;
      width = wider(width);
    }
    boolean isMore = found.size() == most;
    if (isMore) {
      found.removeFirst();
    }
    return new Leafed.Leaf(List.copyOf(found), isMore);
  }

  private Leafed on(Instant edge, Instant last) {
    Instant from = edge;
    Duration width = NARROW;
    while (found.size() < most && from.isBefore(last)) {
      Instant to = from.plus(width);
      if (look(from, to, this::keepFirst) instanceof Failed<Long>(var why)) {
        return new Leafed.Failed(why.cause(), why.next());
      }
      from = to;
      width = wider(width);
    }
    boolean isMore = found.size() == most;
    if (isMore) {
      found.removeLast();
    }
    return new Leafed.Leaf(List.copyOf(found), isMore);
  }

  private Outcome<Long> look(Instant from, Instant to, Visitor visitor) {
    return store.recollection().each(pump, Set.of(register), new Span(from, to), visitor);
  }

  private void keepLast(Deque<Sample> window, Sample sample) {
    window.addLast(sample);
    if (window.size() > most) {
      window.removeFirst();
    }
  }

  private void keepFirst(Sample sample) {
    if (found.size() < most) {
      found.addLast(sample);
    }
  }

  private static Duration wider(Duration width) {
    Duration twice = width.multipliedBy(2);
    return twice.compareTo(WIDE) > 0 ? WIDE : twice;
  }
}
