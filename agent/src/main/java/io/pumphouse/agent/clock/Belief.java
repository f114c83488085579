package io.pumphouse.agent.clock;

import io.pumphouse.hal.reading.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whom to believe. A time server always. A battery clock and a person only if what they say can be
 * true after what was known before; and a person not at once, for people mistype, and not against a
 * time server of the same boot. Pure.
 *
 * @param newest the newest time that was known in an earlier boot, {@link Instant#EPOCH} if none
 */
record Belief(Instant newest) {
  /** There was no agent before. */
  static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  /** No pump stands longer with nobody looking. */
  static final Duration LONGEST_ABSENCE = Duration.ofDays(366);

  /** As long as it takes to look at the clock once more and to correct it. */
  static final Duration STANDING = Duration.ofMinutes(10);

  private static final Duration AGES = Duration.ofDays(20 * 365);

  /**
   * By whom the current era is known; never less than it was.
   *
   * @param eras those of this boot, the current one last
   * @param said what the machine says
   */
  Witness judge(List<Era> eras, Witness said, Moment now) {
    Era era = eras.getLast();
    Witness found =
        switch (said) {
          case NETWORK -> Witness.NETWORK;
          case BATTERY, HAND, NOBODY -> offline(eras, said, now);
        };
    return found.compareTo(era.witness()) > 0 ? found : era.witness();
  }

  private Witness offline(List<Era> eras, Witness said, Moment now) {
    if (!isPlausible(now.wall())) {
      return Witness.NOBODY;
    }
    if (eras.size() == 1) {
      return said == Witness.BATTERY ? Witness.BATTERY : Witness.NOBODY;
    }
    boolean stands = !now.sinceBoot().minus(STANDING).minus(eras.getLast().from()).isNegative();
    return stands && !hasNetwork(eras) ? Witness.HAND : Witness.NOBODY;
  }

  /** Whether it can be that late or that early. */
  boolean isPlausible(Instant wall) {
    return !wall.isBefore(earliest()) && !wall.isAfter(latest());
  }

  Instant earliest() {
    return newest.isAfter(EARLIEST) ? newest : EARLIEST;
  }

  private Instant latest() {
    return newest.isAfter(EARLIEST) ? newest.plus(LONGEST_ABSENCE) : EARLIEST.plus(AGES);
  }

  private static boolean hasNetwork(List<Era> eras) {
    return eras.stream().anyMatch(era -> era.witness() == Witness.NETWORK);
  }
}
