package io.pumphouse.web.page;

import io.pumphouse.web.model.Pins;

/**
 * What hangs on one pin, as a page shows it. Public because compiled templates live in a package of
 * their own.
 *
 * @param use its key in the configuration
 * @param label what it is for
 * @param pin as the board's makers call it: {@code GPIO 17}
 * @param note how it is wired, where that is not as usual; may be empty
 * @param state how it stands, and what it does now as far as that is known
 * @param isWell whether it can be used
 */
public record PinRow(
    String use, String label, String pin, String note, String state, boolean isWell) {
  static PinRow of(Tongue tongue, Pins.Seat seat, boolean isWell) {
    return new PinRow(
        seat.use(),
        tongue.sayOr("pins.use." + seat.use(), seat.use()),
        "GPIO " + seat.bcm(),
        seat.isActiveLow() ? tongue.say("pins.active-low") : "",
        isWell ? state(tongue, seat) : tongue.say("pins.out-of-order"),
        isWell);
  }

  /** What is listened to has no state of its own: what it counts stands elsewhere. */
  private static String state(Tongue tongue, Pins.Seat seat) {
    if (!seat.pump().isEmpty()) {
      return tongue.say("pins.works", tongue.say("pins.listens"));
    }
    return seat.state().isEmpty()
        ? tongue.say("pins.unopened")
        : tongue.say("pins.works", switched(tongue, seat));
  }

  private static String switched(Tongue tongue, Pins.Seat seat) {
    return tongue.sayOr("pins.state." + seat.use() + "." + seat.state(), seat.state());
  }
}
