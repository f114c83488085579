package io.pumphouse.agent.board;

import io.pumphouse.hal.gpio.Output;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A contact that is closed as long as any pump has an alarm, as far as is known. Confined to the
 * thread of the board.
 */
final class AlarmContact implements Duty {
  static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final KeptBoard board;
  private final BooleanSupplier isAlarm;
  private long lookAt;

  AlarmContact(KeptBoard board, BooleanSupplier isAlarm, long now) {
    this.board = board;
    this.isAlarm = isAlarm;
    this.lookAt = now;
  }

  @Override
  public void beat(long nanos) {
    if (nanos >= lookAt) {
      lookAt = nanos + LOOK_EVERY.toNanos();
      board.keep(Output.ALARM_CONTACT, isAlarm.getAsBoolean());
    }
  }
}
