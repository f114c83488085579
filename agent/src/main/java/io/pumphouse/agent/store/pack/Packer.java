package io.pumphouse.agent.store.pack;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs polls into a block, format 1. Inside the {@link Envelope}, in this order: faults, shapes of
 * polls, the shape of each poll, the times, what is not a value, the values. A series' column
 * begins where the series is first seen. Used once, by one thread.
 */
public final class Packer {
  private final Map<Fault, Integer> faults = new LinkedHashMap<>();
  private final Map<Shape, Integer> shapes = new LinkedHashMap<>();
  private final List<Integer> polls = new ArrayList<>();
  private final Map<Integer, Column> columns = new LinkedHashMap<>();
  private final Track track = new Track();
  private final Ink times = new Ink();

  private Packer() {}

  /**
   * Packs a block.
   *
   * @param polls in the order of time, none empty
   */
  public static byte[] pack(List<List<Point>> polls) {
    Packer packer = new Packer();
    polls.forEach(packer::add);
    return Envelope.seal(packer.body());
  }

  private void add(List<Point> poll) {
    List<List<Integer>> slots = new ArrayList<>();
    Point last = poll.getFirst();
    for (Point point : ordered(poll)) {
      if (slots.isEmpty() || !point.isAtTheTimeOf(last)) {
        track.write(times, slots.size(), point.mono(), point.wall());
        slots.add(new ArrayList<>());
      }
      slots.getLast().add(point.series());
      add(point);
      last = point;
    }
    polls.add(number(shapes, new Shape(slots)));
  }

  /** Most polls come in order already, and sorting is dear. */
  private static List<Point> ordered(List<Point> poll) {
    for (int i = 1; i < poll.size(); i++) {
      if (Point.ORDER.compare(poll.get(i - 1), poll.get(i)) > 0) {
        return poll.stream().sorted(Point.ORDER).toList();
      }
    }
    return poll;
  }

  private void add(Point point) {
    Column column = columns.computeIfAbsent(point.series(), _ -> new Column());
    column.states().add(state(point.sample()));
    if (point.sample() instanceof Reading reading) {
      column.values().add(reading.raw());
    }
  }

  private int state(Sample sample) {
    return switch (sample) {
      case Reading _ -> Column.VALUE;
      case Missing _ -> Column.MISSING;
      case Invalid invalid -> Column.FIRST_FAULT + number(faults, invalid.fault());
    };
  }

  private static <T> int number(Map<T, Integer> numbers, T thing) {
    int next = numbers.size();
    return numbers.computeIfAbsent(thing, _ -> next);
  }

  private byte[] body() {
    Ink ink = new Ink();
    ink.number(faults.size());
    faults.keySet().forEach(fault -> FaultCode.write(ink, fault));
    ink.number(shapes.size());
    shapes.keySet().forEach(shape -> shape.write(ink));
    Runs.write(ink, polls);
    ink.append(times);
    writeStates(ink);
    columns.values().forEach(column -> Deltas.write(ink, column.values()));
    return ink.toBytes();
  }

  private void writeStates(Ink ink) {
    List<Column> all = List.copyOf(columns.values());
    ink.number(all.stream().filter(column -> !column.isAllValues()).count());
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isAllValues()) {
        ink.number(i);
        Runs.write(ink, all.get(i).states());
      }
    }
  }
}
