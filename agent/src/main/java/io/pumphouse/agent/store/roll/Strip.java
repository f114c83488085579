package io.pumphouse.agent.store.roll;

import io.pumphouse.agent.store.pack.Deltas;
import io.pumphouse.agent.store.pack.Eye;
import io.pumphouse.agent.store.pack.Ink;
import java.util.ArrayList;
import java.util.List;

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
    List<Cell> cells = places.stream().map(Place::cell).toList();
    Deltas.write(ink, cells.stream().map(Cell::covered).toList());
    Deltas.write(ink, cells.stream().map(Cell::lowest).toList());
    Deltas.write(ink, cells.stream().map(cell -> cell.highest() - cell.lowest()).toList());
    for (Cell cell : cells) {
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
  private static List<Long> gaps(List<Place> places) {
    List<Long> gaps = new ArrayList<>();
    for (Place place : places) {
      gaps.add((long) place.step() - gaps.size());
    }
    return gaps;
  }

  private static double floor(long lowest, long covered) {
    return (double) lowest * covered;
  }
}
