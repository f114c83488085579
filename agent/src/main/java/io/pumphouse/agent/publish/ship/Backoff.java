package io.pumphouse.agent.publish.ship;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that grow while something fails, to five minutes; each somewhere in the upper half of what
 * it may be, so that not all agents of a street come back at once. Confined to one thread.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(5);
  static final Duration LONGEST = Duration.ofMinutes(5);

  private final RandomGenerator random;
  private Duration most = FIRST;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  Duration next() {
    long half = most.toMillis() / 2;
    Duration pause = Duration.ofMillis(half + random.nextLong(half + 1));
    Duration twice = most.multipliedBy(2);
    most = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    return pause;
  }

  void reset() {
    most = FIRST;
  }
}
