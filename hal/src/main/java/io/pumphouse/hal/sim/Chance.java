package io.pumphouse.hal.sim;

/**
 * Repeatable chance: the same seed, subject and index always give the same number, in whatever
 * order they are asked for. That is what makes the weather a function of time and not of how often
 * somebody looked. Immutable.
 */
final class Chance {
  private final long seed;

  /**
   * Chance for one purpose.
   *
   * @param seed the seed of the whole virtual pump
   * @param subject what it decides, so that two subjects never move together
   */
  Chance(long seed, String subject) {
    this.seed = mix(seed ^ mix(subject.hashCode()));
  }

  /** Evenly spread, 0 (inclusive) to 1 (exclusive). */
  double uniform(long index) {
    return (mix(seed + index) >>> 11) * 0x1.0p-53;
  }

  /** Evenly spread between these bounds. */
  double between(double low, double high, long index) {
    return low + (high - low) * uniform(index);
  }

  /** Bell-shaped, mean 0, deviation 1, never beyond 3.5: the sum of four even numbers, scaled. */
  double bell(long index) {
    long first = index * 4;
    double sum = uniform(first) + uniform(first + 1) + uniform(first + 2) + uniform(first + 3);
    return (sum - 2) * Math.sqrt(3);
  }

  /** Bell-shaped at whole positions and smooth between them. */
  double drift(double position) {
    double floor = Math.floor(position);
    double share = position - floor;
    double ease = share * share * (3 - 2 * share);
    long index = (long) floor;
    return bell(index) * (1 - ease) + bell(index + 1) * ease;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Generators). */
  private static long mix(long value) {
    long bits = value + 0x9E3779B97F4A7C15L;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
