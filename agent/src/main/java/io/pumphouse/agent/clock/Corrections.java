package io.pumphouse.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the stamps of a boot have to be moved by. Pure functions: all corrections of a boot are
 * given out each time, so that a crash between two rooms costs nothing; who has carried one out
 * leaves it.
 */
final class Corrections {
  private Corrections() {}

  /** Those of the boot that runs, all before its last era; none unless that one is known. */
  static List<Correction> of(List<Era> eras) {
    if (!eras.getLast().isSure()) {
      return List.of();
    }
    List<Correction> all = new ArrayList<>();
    for (int i = 0; i < eras.size() - 1; i++) {
      Era era = eras.get(i);
      Instant right = later(eras, i).map(Era::zero).orElse(era.zero());
      all.add(new Correction(eras.get(i + 1).from(), Duration.between(era.zero(), right)));
    }
    return needed(all);
  }

  /** Those of a boot that is over, whose start is now known or guessed to have been then. */
  static List<Correction> of(PastBoot boot, Instant zero) {
    List<Era> closed = new ArrayList<>(boot.eras());
    Duration end = boot.seen().plusDays(1); // nothing was stamped later
    closed.add(new Era(end, zero, Witness.NETWORK));
    return of(closed);
  }

  /** What knows better than an era: for one that nobody vouches for anybody, else a time server. */
  private static Optional<Era> later(List<Era> eras, int index) {
    return switch (eras.get(index).witness()) {
      case NOBODY -> after(eras, index).filter(Era::isSure).findFirst();
      case HAND, BATTERY ->
          after(eras, index).filter(era -> era.witness() == Witness.NETWORK).findFirst();
      case NETWORK -> Optional.empty();
    };
  }

  private static Stream<Era> after(List<Era> eras, int index) {
    return eras.subList(index + 1, eras.size()).stream();
  }

  /** A zero only moves the mark: wanted before something else, and one of several is enough. */
  private static List<Correction> needed(List<Correction> all) {
    List<Correction> needed = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean isNextZero = i + 1 == all.size() || all.get(i + 1).by().isZero();
      if (!all.get(i).by().isZero() || !isNextZero) {
        needed.add(all.get(i));
      }
    }
    return List.copyOf(needed);
  }
}
