package io.pumphouse.agent.transfer;

import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Curves;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What the store has already, so that it is not stored twice: a sample of the same register at the
 * same millisecond; and, before the time from which on the store has readings themselves, any in an
 * hour that its roll-ups cover by half, for they are what is left of readings. Confined to one
 * thread.
 */
final class Known {
  private static final double HALF = 0.5;
  private static final Duration MOST_HOURS = Duration.ofHours(History.MOST_POINTS - 1);

  private final ReadingStore store;
  private final Instant rawFrom;

  /**
   * @param rawFrom from when on the store had readings themselves before the import
   */
  Known(ReadingStore store, Instant rawFrom) {
    this.store = store;
    this.rawFrom = rawFrom;
  }

  /** Takes out of a list in the order of time what is known, and names it. */
  Outcome<Long> remove(PumpId pump, List<Sample> samples, Consumer<Sample> found) {
    Set<RegisterId> registers = samples.stream().map(Sample::register).collect(Collectors.toSet());
    removeRolled(pump, registers, samples, found);
    if (samples.isEmpty()) {
      return new Outcome.Done<>(0L);
    }
    Twins twins = new Twins(samples);
    Span span = new Span(wall(samples.getFirst()), wall(samples.getLast()).plusMillis(1));
    Outcome<Long> outcome = store.recollection().each(pump, registers, span, twins::compare);
    twins.remove(found);
    return outcome;
  }

  private void removeRolled(
      PumpId pump, Set<RegisterId> registers, List<Sample> samples, Consumer<Sample> found) {
    int from = 0;
    while (from < samples.size() && wall(samples.get(from)).isBefore(rawFrom)) {
      Instant first = wall(samples.get(from)).truncatedTo(ChronoUnit.HOURS);
      Instant end = min(first.plus(MOST_HOURS), rawFrom);
      int to = from;
      while (to < samples.size() && wall(samples.get(to)).isBefore(end)) {
        to++;
      }
      Instant last = wall(samples.get(to - 1)).truncatedTo(ChronoUnit.HOURS);
      Span span = new Span(first, last.plus(1, ChronoUnit.HOURS));
      int hours = Math.toIntExact(span.length().toHours());
      Curves curves = store.recollection().curves(pump, registers, span, hours);
      List<Sample> part = samples.subList(from, to);
      from += part.size();
      int before = part.size();
      part.removeIf(sample -> isCovered(curves, sample, found));
      from -= before - part.size();
    }
  }

  private static boolean isCovered(Curves curves, Sample sample, Consumer<Sample> found) {
    long since = Duration.between(curves.from(), wall(sample)).toMillis();
    int step = (int) Math.floorDiv(since, curves.step().toMillis());
    boolean isCovered =
        Optional.ofNullable(curves.byRegister().get(sample.register()))
            .filter(curve -> curve.has(step) && curve.covered(step) >= HALF)
            .isPresent();
    if (isCovered) {
      found.accept(sample);
    }
    return isCovered;
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant wall(Sample sample) {
    return sample.takenAt().wall();
  }
}
