package io.pumphouse.agent.config;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of {@code pumps:}. Immutable.
 *
 * @param id the pump's name, unlike that of any other pump
 * @param map what its model has
 * @param wiring how it is wired, in a way its model can be; pumps that share a line have equal
 *     wirings
 * @param unit its Modbus unit id: 0 to 247 over TCP, 1 to 247 on RTU; unlike that of any other pump
 *     on its line
 * @param answerWithin how long an answer may take; 50 ms to 1 min, or what the model asks for
 * @param pollInterval time between polls, 1 s to 1 h
 * @param intervals registers with an interval of their own, 1 s to 1 d, in the order of the file; a
 *     register that would not be polled otherwise is polled because it stands here
 */
public record PumpConfig(
    PumpId id,
    RegisterMap map,
    Wiring wiring,
    int unit,
    Duration answerWithin,
    Duration pollInterval,
    Map<RegisterId, Duration> intervals) {
  public PumpConfig {
    intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
  }
}
