package io.pumphouse.agent.store.roll;

import io.pumphouse.web.model.Curve;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up series along a ruler, from values or from finer steps; what comes first in time is added
 * first. Its size is that of the answer, however much it hears. Confined to one thread.
 */
public final class Tally {
  private final Ruler ruler;
  private final SortedMap<Integer, Lane> lanes = new TreeMap<>();

  /** That of the series heard of last: one is heard out before the next. */
  private Lane last = new Lane(0);

  private int lastSeries = Integer.MIN_VALUE;

  public Tally(Ruler ruler) {
    this.ruler = ruler;
  }

  public Ruler ruler() {
    return ruler;
  }

  /** A value held from one time to another; what lies outside the ruler does not count. */
  public void hold(int series, long raw, long from, long to) {
    long end = Math.min(to, ruler.to());
    long at = Math.max(from, ruler.from());
    if (at >= end) {
      return;
    }
    Lane lane = lane(series);
    for (int step = ruler.stepAt(at); at < end; step++) {
      long stepEnd = Math.min(end, ruler.start(step + 1));
      lane.add(step, Cell.of(raw, stepEnd - at));
      at = stepEnd;
    }
  }

  /** A finer step that begins at a time; outside the ruler it does not count. */
  public void add(int series, long wall, Cell cell) {
    int step = ruler.stepAt(wall);
    if (step >= 0 && step < ruler.steps()) {
      lane(series).add(step, cell);
    }
  }

  /** Puts this in the place of what a step amounted to so far. */
  public void replace(int series, long wall, Cell cell) {
    int step = ruler.stepAt(wall);
    if (step >= 0 && step < ruler.steps()) {
      lane(series).clear(step);
      lane(series).add(step, cell);
    }
  }

  /** What was heard of a series, once all is; empty without a value. */
  public Optional<Curve> curve(int series) {
    return Optional.ofNullable(lanes.get(series))
        .filter(Lane::isHeard)
        .map(lane -> new LaneCurve(lane, ruler));
  }

  /** Those that were heard of, by their number. */
  SortedMap<Integer, Lane> lanes() {
    return lanes;
  }

  private Lane lane(int series) {
    if (series != lastSeries) {
      last = lanes.computeIfAbsent(series, _ -> new Lane(ruler.steps()));
      lastSeries = series;
    }
    return last;
  }
}
