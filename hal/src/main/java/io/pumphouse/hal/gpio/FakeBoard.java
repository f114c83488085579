package io.pumphouse.hal.gpio;

import io.pumphouse.hal.reading.TimeSource;
import java.util.HashMap;
import java.util.Map;

/**
 * A board in memory, for every machine without pins: its levels can be looked at and its inputs
 * driven, and it can be out of order. Thread-safe.
 */
public final class FakeBoard implements Board {
  private final TimeSource time;
  private final Map<Integer, Boolean> levels = new HashMap<>();
  private Outcome health = new Done();
  private Pinout pinout = Pinout.EMPTY;
  private Edges edges = (_, _, _) -> {};

  public FakeBoard(TimeSource time) {
    this.time = time;
  }

  /** From now on whatever is asked of the board fails like this, and what was open is lost. */
  public synchronized void breakDown(String cause, String next) {
    close();
    health = new Failed(cause, next);
  }

  /** From now on it can be opened again. */
  public synchronized void mend() {
    health = new Done();
  }

  @Override
  public synchronized Outcome open(Pinout wanted, Edges listener) {
    close();
    if (health instanceof Done) {
      pinout = wanted;
      edges = listener;
      for (Output output : Output.values()) {
        put(output, false);
      }
    }
    return health;
  }

  @Override
  public synchronized Outcome set(Output output, boolean isOn) {
    if (health instanceof Failed) {
      return health;
    }
    return put(output, isOn) ? new Done() : NotOpen.failed(output);
  }

  private boolean put(Output output, boolean isOn) {
    Pin pin = pinout.pins().get(output);
    if (pin == null) {
      return false;
    }
    levels.put(pin.bcm(), pin.isHighWhen(isOn));
    return true;
  }

  /** Whether this pin is high now; a pin nobody has driven is low. */
  public synchronized boolean isHigh(int bcm) {
    return levels.getOrDefault(bcm, false);
  }

  /** Makes a pin high or low from outside, as a meter's contact does. */
  public synchronized void drive(int bcm, boolean isHigh) {
    boolean isChange = isHigh(bcm) != isHigh;
    levels.put(bcm, isHigh);
    if (isChange) {
      pinout
          .pins()
          .forEach(
              (use, pin) -> {
                if (use instanceof Input input && pin.bcm() == bcm) {
                  edges.edge(input, isHigh != pin.isActiveLow(), time.nanos());
                }
              });
    }
  }

  @Override
  public synchronized void close() {
    for (Output output : Output.values()) {
      put(output, false);
    }
    pinout = Pinout.EMPTY;
    edges = (_, _, _) -> {};
  }
}
