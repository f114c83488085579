package io.pumphouse.web.backup;

import java.util.List;

/**
 * One thing to fill in about a job. Public because compiled templates live in a package of their
 * own.
 *
 * @param key the setting, as {@code jobs.yaml} has it
 * @param value what stands there
 * @param wrong what speaks against it, in English; empty if nothing does
 */
public record FormField(String key, String value, String wrong) {
  private static final List<String> SWITCHES =
      List.of("enabled", "mirror", "verify", "move", "same-disk");

  /** Whether it is switched on and off rather than written. */
  public boolean isSwitch() {
    return SWITCHES.contains(key);
  }

  /** Whether it is on; what nothing was said about is as the engine takes it. */
  public boolean isOn() {
    return value.isEmpty() ? key.equals("enabled") : value.equals("yes");
  }
}
