package io.pumphouse.agent.command;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Export;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * History taken along, out and in. Immutable.
 *
 * @param pumps what each pump has, in the order of the configuration
 * @param out readings out of the store
 * @param in readings into it
 * @param sticks what somebody plugged in to take it along on
 * @param time what is now
 */
public record Transfer(
    Map<PumpId, RegisterMap> pumps, Export out, Import in, Sticks sticks, TimeSource time) {
  public Transfer {
    pumps = Collections.unmodifiableMap(new LinkedHashMap<>(pumps));
  }
}
