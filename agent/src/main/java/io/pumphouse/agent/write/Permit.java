package io.pumphouse.agent.write;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.RegisterId;
import java.util.Set;

/**
 * What the configuration lets be written on one pump.
 *
 * @param map what the pump has
 * @param allowed the registers named in {@code writes:}
 */
public record Permit(RegisterMap map, Set<RegisterId> allowed) {
  public Permit {
    allowed = Set.copyOf(allowed);
  }
}
