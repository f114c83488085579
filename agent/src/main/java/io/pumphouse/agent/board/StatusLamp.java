package io.pumphouse.agent.board;

import io.pumphouse.hal.gpio.Output;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A lamp that blinks slowly while all is well and fast while something is wrong; a lamp that does
 * not blink has no agent. Confined to the thread of the board.
 */
final class StatusLamp implements Duty {
  static final Duration SLOW = Duration.ofSeconds(1);
  static final Duration FAST = Duration.ofMillis(250);

  /** Asking every room how it is costs more than a lamp is worth each time it blinks. */
  static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  private final KeptBoard board;
  private final BooleanSupplier health;
  private boolean isWell;
  private long lookAt;

  StatusLamp(KeptBoard board, BooleanSupplier health, long now) {
    this.board = board;
    this.health = health;
    this.lookAt = now;
  }

  @Override
  public void beat(long nanos) {
    if (nanos >= lookAt) {
      lookAt = nanos + LOOK_EVERY.toNanos();
      isWell = health.getAsBoolean();
    }
    long half = (isWell ? SLOW : FAST).toNanos();
    board.keep(Output.STATUS_LAMP, nanos / half % 2 == 0);
  }
}
