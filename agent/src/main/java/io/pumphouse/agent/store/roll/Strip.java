package io.pumphouse.agent.store.roll;

import io.pumphouse.agent.store.pack.Deltas;
import io.pumphouse.agent.store.pack.Eye;
import io.pumphouse.agent.store.pack.Ink;
import io.pumphouse.agent.store.pack.Longs;
import java.util.ArrayList;
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

  private Strip() {}

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

  static List<Place> read(Eye eye) {
    int count = eye.count();
    long[] steps = Deltas.read(eye, count);
    long[] covered = Deltas.read(eye, count);
    long[] lowest = Deltas.read(eye, count);
    long[] range = Deltas.read(eye, count);
    List<Place> places = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long last = lowest[i] + (range[i] == 0 ? 0 : eye.number());
      double weighed = floor(lowest[i], covered[i]) + (range[i] == 0 ? 0 : eye.number());
      Cell cell = new Cell(lowest[i], lowest[i] + range[i], last, covered[i], weighed);
      places.add(new Place(Math.toIntExact(steps[i] + i), cell));
    }
    return places;
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
