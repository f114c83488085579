package io.pumphouse.agent.store.roll;

import io.pumphouse.agent.store.pack.Deltas;
import io.pumphouse.agent.store.pack.Eye;
import io.pumphouse.agent.store.pack.Ink;
import io.pumphouse.agent.store.pack.Longs;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One series of a {@link Sheet}: how many steps have a value and which; how long each is covered,
 * the lowest, and how far above it the highest is, as {@link Deltas}; and where that is above zero,
 * how far above the lowest the last is, and what was weighed beyond the lowest.
 */
final class Strip {
  /**
   * A cell where it belongs.
   *
   * @param step counted from 0 within the chunk
   */
  record Place(int step, Cell cell) {}

  private final long[] steps;
  private final long[] covered;
  private final long[] lowest;
  private final long[] range;
  private final long[] last;
  private final double[] weighed;

  private Strip(long[] steps, long[] covered, long[] lowest, long[] range) {
    this.steps = steps;
    this.covered = covered;
    this.lowest = lowest;
    this.range = range;
    this.last = new long[steps.length];
    this.weighed = new double[steps.length];
  }

  static byte[] pack(List<Place> places) {
    Ink ink = new Ink();
    ink.number(places.size());
    Deltas.write(ink, gaps(places));
    Deltas.write(ink, column(places, Cell::covered));
    Deltas.write(ink, column(places, Cell::lowest));
    Deltas.write(ink, column(places, cell -> cell.highest() - cell.lowest()));
    for (Place place : places) {
      Cell cell = place.cell();
      if (cell.highest() != cell.lowest()) {
        ink.number(cell.last() - cell.lowest());
        ink.number(Math.max(0, Math.round(cell.weighed() - floor(cell.lowest(), cell.covered()))));
      }
    }
    return ink.toBytes();
  }

  /** Reads a strip whole, so that a damaged one is not heard at all. */
  static Strip read(Eye eye) {
    int count = eye.count();
    Strip strip =
        new Strip(
            Deltas.read(eye, count),
            Deltas.read(eye, count),
            Deltas.read(eye, count),
            Deltas.read(eye, count));
    for (int i = 0; i < count; i++) {
      strip.steps[i] = Math.toIntExact(strip.steps[i] + i);
      strip.last[i] = strip.lowest[i];
      strip.weighed[i] = floor(strip.lowest[i], strip.covered[i]);
      if (strip.range[i] != 0) {
        strip.last[i] += eye.number();
        strip.weighed[i] += eye.number();
      }
    }
    return strip;
  }

  void tell(int series, Sheet.Ear ear) {
    for (int i = 0; i < steps.length; i++) {
      long highest = lowest[i] + range[i];
      ear.cell(
          series, (int) steps[i], new Cell(lowest[i], highest, last[i], covered[i], weighed[i]));
    }
  }

  /** How many steps without a value came before each, which seldom changes. */
  private static Longs gaps(List<Place> places) {
    Longs gaps = new Longs();
    for (Place place : places) {
      gaps.add(place.step() - gaps.size());
    }
    return gaps;
  }

  private static Longs column(List<Place> places, ToLongFunction<Cell> of) {
    Longs column = new Longs();
    for (Place place : places) {
      column.add(of.applyAsLong(place.cell()));
    }
    return column;
  }

  private static double floor(long lowest, long covered) {
    return (double) lowest * covered;
  }
}
