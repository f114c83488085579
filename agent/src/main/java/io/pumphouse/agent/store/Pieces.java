package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts polls into blocks that are neither too big to unpack in memory nor so long in wall time that
 * a range of time could not find them. One commit interval is one piece, unless the disk was away
 * for long or the clock jumped. Confined to one thread.
 */
final class Pieces {
  static final long LONGEST_MILLIS = 3_600_000;

  private static final int MOST_SAMPLES = 8192;

  private final List<List<List<Point>>> all = new ArrayList<>();
  private long earliest;
  private long latest;
  private int samples;

  void add(List<Point> poll) {
    if (span(Long.MAX_VALUE, Long.MIN_VALUE, poll) > LONGEST_MILLIS) {
      poll.forEach(point -> place(List.of(point))); // the clock jumped within the poll
    } else if (!poll.isEmpty()) {
      place(poll);
    }
  }

  List<List<List<Point>>> all() {
    return all;
  }

  private void place(List<Point> poll) {
    if (all.isEmpty() || !fits(poll)) {
      all.add(new ArrayList<>());
      earliest = Long.MAX_VALUE;
      latest = Long.MIN_VALUE;
      samples = 0;
    }
    all.getLast().add(poll);
    for (Point point : poll) {
      earliest = Math.min(earliest, point.wall());
      latest = Math.max(latest, point.wall());
    }
    samples += poll.size();
  }

  private boolean fits(List<Point> poll) {
    return samples + poll.size() <= MOST_SAMPLES && span(earliest, latest, poll) <= LONGEST_MILLIS;
  }

  private static long span(long earliest, long latest, List<Point> poll) {
    long low = earliest;
    long high = latest;
    for (Point point : poll) {
      low = Math.min(low, point.wall());
      high = Math.max(high, point.wall());
    }
    return poll.isEmpty() ? 0 : high - low;
  }
}
