package io.pumphouse.agent.command;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks the pumps on the caller's own thread, for when no agent owns the lines. */
public final class DirectAsking implements Asking {
  private final Map<PumpId, HeatPump> pumps;
  private final Function<PumpId, Workload> workloads;

  /**
   * These pumps.
   *
   * @param workloads what asking each of them on time would take
   */
  public DirectAsking(Map<PumpId, HeatPump> pumps, Function<PumpId, Workload> workloads) {
    this.pumps = Collections.unmodifiableMap(new LinkedHashMap<>(pumps));
    this.workloads = workloads;
  }

  @Override
  public Map<PumpId, RegisterMap> pumps() {
    Map<PumpId, RegisterMap> maps = new LinkedHashMap<>();
    pumps.forEach((id, pump) -> maps.put(id, pump.map()));
    return maps;
  }

  @Override
  public Answer ask(PumpId pump, List<RegisterId> registers) {
    HeatPump asked = pumps.get(pump);
    if (asked == null) {
      return new NotAsked("there is no pump " + pump, "see the configuration");
    }
    List<Sample> samples = asked.read(registers);
    return new Asked(samples, asked.link().next());
  }

  @Override
  public Answer workload(PumpId pump) {
    return pumps.containsKey(pump)
        ? new Planned(workloads.apply(pump))
        : new NotAsked("there is no pump " + pump, "see the configuration");
  }
}
