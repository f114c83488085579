package io.pumphouse.hal.h66;

import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the gateway's cable is one for this model. What it calls a cable is known from one
 * reader's program, so only codes that are known to be others' are turned away. Confined to the
 * thread that owns the line.
 */
final class CableCheck {
  /** How long a gateway that goes on answering is believed to be the same. */
  private static final Duration AGAIN_AFTER = Duration.ofHours(1);

  private final Pages pages;
  private final Set<String> others;
  private final TimeSource time;
  private Optional<Moment> looked = Optional.empty();

  /**
   * A check that was not made yet.
   *
   * @param others the codes that are other pumps'; nothing is asked where there are none
   */
  CableCheck(Pages pages, Set<String> others, TimeSource time) {
    this.pages = pages;
    this.others = Set.copyOf(others);
    this.time = time;
  }

  /** How looking ended. */
  sealed interface Look {}

  /** It is this model's, or nobody knows whose. */
  record Fits() implements Look {}

  /** It is another pump's; in words. */
  record Wrong(String cause, String next) implements Look {}

  /** The gateway did not say, and may not say anything else either. */
  record Untold(Trouble trouble) implements Look {}

  /** There is no line. */
  record NoLine(Broken why) implements Look {}

  /**
   * Looks, if need be.
   *
   * @param isUp whether the gateway has answered since the last look
   */
  Look look(boolean isUp) {
    Moment now = time.now();
    boolean isFresh =
        isUp && looked.filter(at -> at.ageAt(now).compareTo(AGAIN_AFTER) < 0).isPresent();
    if (others.isEmpty() || isFresh) {
      return new Fits();
    }
    looked = Optional.of(now);
    return switch (pages.get(new Status())) {
      case Pages.NoLine<Optional<String>>(Broken why) -> new NoLine(why);
      case Pages.Untold<Optional<String>>(Trouble trouble) ->
          trouble.isAnotherPage() ? new Fits() : new Untold(trouble);
      case Pages.Told<Optional<String>>(Optional<String> code, _) ->
          code.filter(others::contains).map(CableCheck::wrong).orElseGet(Fits::new);
    };
  }

  private static Look wrong(String code) {
    return new Wrong(
        "the gateway names its " + Cable.words(code) + ": its numbers are not this model's",
        Cable.next(code));
  }
}
