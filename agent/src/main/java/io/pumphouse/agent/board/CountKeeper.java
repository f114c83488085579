package io.pumphouse.agent.board;

import io.pumphouse.hal.gpio.PulseMeter;
import io.pumphouse.hal.reading.PumpId;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Carries the counter of a meter over restarts: gives it what was kept, and keeps it again every
 * five minutes and at the end. So a power cut costs the pulses of five minutes at most, and the
 * card a dozen small writes an hour. Confined to the thread of the board.
 */
final class CountKeeper implements Duty {
  static final Duration KEEP_EVERY = Duration.ofMinutes(5);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final PumpId pump;
  private final PulseMeter meter;
  private final PulseMemory memory;
  private boolean isResumed;
  private long kept;
  private long dueAt;

  CountKeeper(PumpId pump, PulseMeter meter, PulseMemory memory, long now) {
    this.pump = pump;
    this.meter = meter;
    this.memory = memory;
    this.dueAt = now;
  }

  @Override
  public void beat(long nanos) {
    if (nanos >= dueAt) {
      dueAt = nanos + (isResumed ? keep() : resume()).toNanos();
    }
  }

  private Duration resume() {
    OptionalLong remembered = memory.recall(pump);
    if (remembered.isEmpty()) {
      return TRY_AGAIN;
    }
    kept = remembered.getAsLong();
    meter.resume(kept);
    isResumed = true;
    return KEEP_EVERY;
  }

  private Duration keep() {
    long count = meter.milliwattHours();
    if (count != kept && memory.keep(pump, count)) {
      kept = count;
    }
    return count == kept ? KEEP_EVERY : TRY_AGAIN;
  }

  /** What was never resumed is not kept either: it would take the place of the real count. */
  @Override
  public void end() {
    if (isResumed) {
      keep();
    }
  }
}
