package io.pumphouse.agent.blackbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some seconds of points, packed to about five bytes each. Immutable. */
final class Chunk {
  private final long from;
  private final byte[] packed;
  private final boolean isThin;

  private Chunk(long from, byte[] packed, boolean isThin) {
    this.from = from;
    this.packed = packed;
    this.isThin = isThin;
  }

  static Chunk of(long from, Pen points) {
    return new Chunk(from, points.toBytes(), false);
  }

  /** What {@link #packed()} gave. */
  static Chunk of(long from, byte[] packed) {
    return new Chunk(from, packed.clone(), false);
  }

  /** Milliseconds since boot from which its points count. */
  long from() {
    return from;
  }

  byte[] packed() {
    return packed.clone();
  }

  int size() {
    return packed.length;
  }

  boolean isThin() {
    return isThin;
  }

  List<Point> points() {
    List<Point> points = new ArrayList<>();
    Lens lens = new Lens(packed);
    long at = from;
    while (!lens.isAtTheEnd()) {
      Point point = Point.read(lens, at);
      points.add(point);
      at = point.millis();
    }
    return points;
  }

  /** The same with only the last point of each register. */
  Chunk thinned() {
    Map<Integer, Point> last = new LinkedHashMap<>();
    points().forEach(point -> last.put(point.register(), point));
    return new Chunk(from, packed(last.values()), true);
  }

  private byte[] packed(Collection<Point> points) {
    Pen pen = new Pen();
    long at = from;
    for (Point point : points) {
      point.write(pen, at);
      at = point.millis();
    }
    return pen.toBytes();
  }
}
