package io.pumphouse.agent.blackbox;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The last minutes of one pump. 45 registers every 5 s take 45 KiB, 100 registers every second
 * about 500 KiB; beyond the room the oldest minutes are first thinned to one point of each register
 * every {@link #CHUNK} and only then dropped. Thread-safe; nobody waits here but for a few
 * instructions.
 */
final class Ring {
  static final Duration SPAN = Duration.ofMinutes(15);
  static final Duration CHUNK = Duration.ofSeconds(10);

  private static final long SPAN_MILLIS = SPAN.toMillis();
  private static final long CHUNK_MILLIS = CHUNK.toMillis();

  private final int room;
  private final Names registers = new Names();
  private final Names reasons = new Names();
  private final Deque<Chunk> chunks = new ArrayDeque<>();
  private Pen open = new Pen();
  private long openFrom;
  private long latest;
  private int size;

  /**
   * @param room bytes of packed points
   */
  Ring(int room) {
    this.room = room;
  }

  synchronized void add(Batch batch) {
    for (Sample sample : batch.samples()) {
      Point point = point(sample);
      if (open.size() == 0) {
        openFrom = point.millis();
        latest = openFrom;
      }
      point.write(open, latest);
      latest = point.millis();
    }
    if (latest - openFrom >= CHUNK_MILLIS) {
      close();
    }
  }

  /**
   * What it holds from a time on.
   *
   * @param from milliseconds since boot
   */
  synchronized Strip strip(long from) {
    List<Chunk> all = new ArrayList<>(chunks);
    all.add(Chunk.of(openFrom, open));
    while (all.size() > 1 && all.get(1).from() <= from) {
      all.removeFirst();
    }
    return new Strip(registers.all(), reasons.all(), all);
  }

  /** Bytes of packed points. */
  synchronized int size() {
    return size + open.size();
  }

  private void close() {
    Chunk chunk = Chunk.of(openFrom, open);
    chunks.addLast(chunk);
    size += chunk.size();
    open = new Pen();
    forget(latest - SPAN_MILLIS);
    while (size > room) {
      shrink();
    }
  }

  /** Chunks that end before a time. */
  private void forget(long before) {
    while (chunks.size() > 1 && chunks.stream().skip(1).findFirst().orElseThrow().from() < before) {
      size -= chunks.removeFirst().size();
    }
  }

  private void shrink() {
    List<Chunk> all = new ArrayList<>(chunks);
    Iterator<Chunk> thick = all.stream().filter(chunk -> !chunk.isThin()).iterator();
    if (thick.hasNext()) {
      Chunk oldest = thick.next();
      all.set(all.indexOf(oldest), oldest.thinned());
    } else {
      all.removeFirst();
    }
    chunks.clear();
    chunks.addAll(all);
    size = chunks.stream().mapToInt(Chunk::size).sum();
  }

  private Point point(Sample sample) {
    long millis = sample.takenAt().sinceBoot().toMillis();
    int register = registers.of(sample.register().name());
    return switch (sample) {
      case Reading reading -> new Point(millis, register, Point.VALUE, reading.raw());
      case Missing _ -> new Point(millis, register, gap("missing"), 0);
      case Invalid invalid -> new Point(millis, register, gap(invalid.fault().code()), 0);
    };
  }

  private int gap(String reason) {
    return 1 + reasons.of(reason);
  }
}
