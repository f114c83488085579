package io.pumphouse.agent.config;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One entry of {@code pumps:}. Immutable.
 *
 * @param id the pump's name, unlike that of any other pump
 * @param map what its model has, and what is measured beside its line
 * @param wiring how it is wired, in a way its model can be; pumps that share a line have equal
 *     wirings
 * @param unit its Modbus unit id: 0 to 247 over TCP, 1 to 247 on RTU; unlike that of any other pump
 *     on its line. 1 on a wire that has no units, where the pump is alone
 * @param answerWithin how long an answer may take; 50 ms to 1 min, or what the model asks for
 * @param pollInterval time between polls, 1 s to 1 h
 * @param intervals registers with an interval of their own, 1 s to 1 d, in the order of the file; a
 *     register that would not be polled otherwise is polled because it stands here
 * @param writes the registers that may be written: all of them writable, none of them withheld
 * @param logSet the registers that MODBUS 40 answers several at a time; empty for other models
 * @param energy what its owner knows of its meters and powers
 */
public record PumpConfig(
    PumpId id,
    RegisterMap map,
    Wiring wiring,
    int unit,
    Duration answerWithin,
    Duration pollInterval,
    Map<RegisterId, Duration> intervals,
    Set<RegisterId> writes,
    Set<RegisterId> logSet,
    EnergyConfig energy) {
  public PumpConfig {
    intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    writes = Set.copyOf(writes);
    logSet = Set.copyOf(logSet);
  }

  /** A pump of which nothing may be written. */
  public PumpConfig(
      PumpId id,
      RegisterMap map,
      Wiring wiring,
      int unit,
      Duration answerWithin,
      Duration pollInterval,
      Map<RegisterId, Duration> intervals) {
    this(
        id,
        map,
        wiring,
        unit,
        answerWithin,
        pollInterval,
        intervals,
        Set.of(),
        Set.of(),
        EnergyConfig.UNSAID);
  }

  /** The same, and what is measured beside its line. */
  PumpConfig with(Map<Metric, Register> beside) {
    return beside.isEmpty()
        ? this
        : new PumpConfig(
            id,
            map.with(beside),
            wiring,
            unit,
            answerWithin,
            pollInterval,
            intervals,
            writes,
            logSet,
            energy);
  }

  /** What is spoken on its line; on a serial port, near or far, that is the model's business. */
  public Wire wire() {
    return switch (wiring) {
      case Wiring.Tcp _ -> Wire.TCP;
      case Wiring.Http _ -> Wire.HUSDATA_H66;
      case Wiring.RtuOverTcp _ when map.model().wires().contains(Wire.RTU_OVER_TCP) ->
          Wire.RTU_OVER_TCP;
      case Wiring.RtuOverTcp _, Wiring.Serial _ ->
          map.model().wires().stream()
              .filter(Wire::isSerial)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(map.model().id() + " is not serial"));
    };
  }
}
