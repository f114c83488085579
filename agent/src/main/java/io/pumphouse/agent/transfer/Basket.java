package io.pumphouse.agent.transfer;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is read but not stored yet: at most {@value #ROOM} samples, put in the order of time before
 * they are stored. The hour in which the file stands waits for the rest of it, so that an hour is
 * not stored in halves. Confined to one thread.
 */
final class Basket {
  static final int ROOM = 20_000;

  private final ReadingStore store;
  private final Known known;
  private final Counts counts;
  private final boolean isDry;
  private final Map<PumpId, List<Sample>> samples = new HashMap<>();
  private int size;

  /**
   * @param isDry whether only to count
   */
  Basket(ReadingStore store, Known known, Counts counts, boolean isDry) {
    this.store = store;
    this.known = known;
    this.counts = counts;
    this.isDry = isDry;
  }

  /** Takes one; stores when there is no more room. Says what the store could not do. */
  Outcome<Integer> add(PumpId pump, Sample sample) {
    samples.computeIfAbsent(pump, _ -> new ArrayList<>()).add(sample);
    size++;
    return size < ROOM ? new Done<>(0) : empty(hour(sample));
  }

  /** Stores everything. */
  Outcome<Integer> empty() {
    return empty(Instant.MIN);
  }

  private Outcome<Integer> empty(Instant waiting) {
    int kept = 0;
    for (Map.Entry<PumpId, List<Sample>> each : samples.entrySet()) {
      List<Sample> all = each.getValue();
      List<Sample> later = new ArrayList<>(all);
      later.removeIf(sample -> !hour(sample).equals(waiting));
      if (later.size() < all.size()) {
        all.removeIf(sample -> hour(sample).equals(waiting));
        each.setValue(later);
      } else {
        each.setValue(new ArrayList<>());
      }
      kept += each.getValue().size();
      Outcome<Integer> outcome = keep(each.getKey(), all);
      if (outcome instanceof Failed<Integer>) {
        return outcome;
      }
    }
    size = kept;
    return new Done<>(0);
  }

  private Outcome<Integer> keep(PumpId pump, List<Sample> all) {
    all.sort(Comparator.comparing(Basket::wall));
    Outcome<Long> compared = known.remove(pump, all, _ -> counts.known());
    if (compared instanceof Failed<Long>(var trouble)) {
      return new Failed<>(trouble);
    }
    if (!isDry
        && !all.isEmpty()
        && store.backfill(batches(pump, all)) instanceof Failed<Integer> no) {
      return no;
    }
    all.forEach(sample -> counts.stored(wall(sample)));
    return new Done<>(all.size());
  }

  /** Samples of one time are one poll. */
  private static List<Batch> batches(PumpId pump, List<Sample> all) {
    List<Batch> batches = new ArrayList<>();
    int from = 0;
    while (from < all.size()) {
      int to = from + 1;
      while (to < all.size() && wall(all.get(to)).equals(wall(all.get(from)))) {
        to++;
      }
      batches.add(new Batch(pump, new Link.Up(), Duration.ZERO, all.subList(from, to), true));
      from = to;
    }
    return batches;
  }

  private static Instant hour(Sample sample) {
    return wall(sample).truncatedTo(ChronoUnit.HOURS);
  }

  private static Instant wall(Sample sample) {
    return sample.takenAt().wall();
  }
}
