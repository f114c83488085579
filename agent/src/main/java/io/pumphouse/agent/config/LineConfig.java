package io.pumphouse.agent.config;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What {@code line:} says: which wire, how it is set up, and who answers on it, how fast.
 *
 * @param unit who on the line, if it has units; else 1
 * @param hasUnits whether other pumps may be on the line, told apart by their units
 */
record LineConfig(Wiring wiring, int unit, boolean hasUnits, Duration answerWithin) {
  Wire wire() {
    return switch (wiring) {
      case Wiring.Tcp _ -> Wire.TCP;
      case Wiring.Serial _ -> Wire.RTU;
      case Wiring.RtuOverTcp _ -> Wire.RTU_OVER_TCP;
      case Wiring.Http _ -> Wire.HUSDATA_H66;
    };
  }

  /** The pump at the end of this line. */
  PumpConfig pump(
      PumpId id,
      RegisterMap map,
      Duration pollInterval,
      Map<RegisterId, Duration> intervals,
      Set<RegisterId> writes,
      Set<RegisterId> logSet,
      EnergyConfig energy) {
    return new PumpConfig(
        id, map, wiring, unit, answerWithin, pollInterval, intervals, writes, logSet, energy);
  }
}
