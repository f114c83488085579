package io.pumphouse.agent.transfer;

import io.pumphouse.hal.reading.Sample;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds in a list those samples that are also in a stream, or twice in the list; both in the order
 * of time, so that one way through each is enough. Confined to one thread.
 */
final class Twins {
  private final List<Sample> samples;
  private final BitSet twins = new BitSet();
  private int next;

  /**
   * @param samples in the order of time
   */
  Twins(List<Sample> samples) {
    this.samples = samples;
  }

  /** The next of the stream, no earlier than the one before. */
  void compare(Sample other) {
    Instant at = wall(other);
    while (next < samples.size() && wall(samples.get(next)).isBefore(at)) {
      next++;
    }
    for (int i = next; i < samples.size() && wall(samples.get(i)).equals(at); i++) {
      if (samples.get(i).register().equals(other.register())) {
        twins.set(i);
      }
    }
  }

  /** Takes out what was found, and what is there a second time. */
  void remove(Consumer<Sample> found) {
    Set<Object> ofThisTime = new HashSet<>();
    for (int i = 0; i < samples.size(); i++) {
      if (i > 0 && !wall(samples.get(i)).equals(wall(samples.get(i - 1)))) {
        ofThisTime.clear();
      }
      if (!ofThisTime.add(samples.get(i).register())) {
        twins.set(i);
      }
    }
    int[] place = {0};
    samples.removeIf(
        sample -> {
          boolean isTwin = twins.get(place[0]++);
          if (isTwin) {
            found.accept(sample);
          }
          return isTwin;
        });
  }

  private static Instant wall(Sample sample) {
    return sample.takenAt().wall();
  }
}
