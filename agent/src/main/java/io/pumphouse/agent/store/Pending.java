package io.pumphouse.agent.store;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.hal.reading.Moment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What was heard and is not on the disk yet. Bounded: when there is no more room, the oldest
 * batches go, and are counted. Thread-safe; nobody waits here but for a few instructions.
 */
final class Pending {
  /**
   * A copy of what is pending.
   *
   * @param first the number of the first batch; batches are numbered through
   */
  record Held(long first, List<Batch> batches) {
    Held {
      batches = List.copyOf(batches);
    }
  }

  private final int room;
  private final Deque<Batch> batches = new ArrayDeque<>();
  private final List<Correction> corrections = new ArrayList<>();
  private long first;
  private int samples;
  private long dropped;

  /**
   * @param room at most this many samples
   */
  Pending(int room) {
    this.room = room;
  }

  synchronized void add(Batch heard) {
    if (heard.samples().isEmpty()) {
      return;
    }
    Batch batch = heard;
    for (Correction correction : corrections) {
      batch = correction.right(batch); // it may have been under way while the clock was set
    }
    batches.addLast(batch);
    samples += batch.samples().size();
    while (samples > room) {
      dropped += removeFirst();
    }
  }

  synchronized Held held() {
    return new Held(first, new ArrayList<>(batches));
  }

  /** Forgets what is safe now; what was dropped while it was being saved is not lost after all. */
  synchronized void saved(Held held) {
    long number = held.first();
    for (Batch batch : held.batches()) {
      if (number++ < first) {
        dropped -= batch.samples().size();
      } else {
        removeFirst();
      }
    }
  }

  /** Puts wall times right, of what is pending and of what is still under way. */
  synchronized void right(Correction correction) {
    List<Batch> right = batches.stream().map(correction::right).toList();
    batches.clear();
    batches.addAll(right);
    corrections.add(correction);
  }

  /** How long the oldest has been waiting; not at all if there is none. */
  synchronized Duration oldestAge(Moment now) {
    Batch oldest = batches.peekFirst();
    return oldest == null ? Duration.ZERO : oldest.samples().getFirst().takenAt().ageAt(now);
  }

  /** How many samples were lost for want of room. */
  synchronized long dropped() {
    return dropped;
  }

  private int removeFirst() {
    int size = batches.removeFirst().samples().size();
    first++;
    samples -= size;
    return size;
  }
}
