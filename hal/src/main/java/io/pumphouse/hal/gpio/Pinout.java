package io.pumphouse.hal.gpio;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which pin serves which use; none that is not named. Immutable.
 *
 * @param pins the pins, no two the same
 */
public record Pinout(Map<Use, Pin> pins) {
  /** Nothing hangs on this machine's pins. */
  public static final Pinout EMPTY = new Pinout(Map.of());

  public Pinout {
    pins = Collections.unmodifiableMap(new LinkedHashMap<>(pins));
    Set<Integer> taken = new HashSet<>();
    for (Map.Entry<Use, Pin> each : pins.entrySet()) {
      if (!taken.add(each.getValue().bcm())) {
        throw new IllegalArgumentException(
            each.getKey().key() + ": " + each.getValue() + " is taken");
      }
    }
  }

  public boolean isEmpty() {
    return pins.isEmpty();
  }

  public boolean has(Use use) {
    return pins.containsKey(use);
  }
}
