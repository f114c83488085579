package io.pumphouse.agent.command;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.util.List;
import java.util.Map;

/**
 * One-off questions to the pumps: through the bus thread of the running agent, or over a line
 * opened for the purpose.
 */
public interface Asking {
  /** The pumps that can be asked and what each has, in the order of the configuration. */
  Map<PumpId, RegisterMap> pumps();

  /** How asking ended. */
  sealed interface Answer {}

  /**
   * The pump was asked.
   *
   * @param samples one per register, in the order asked
   * @param next what a technician should do if it was not heard as it should; empty if it was
   */
  record Asked(List<Sample> samples, String next) implements Answer {}

  /** Nothing was asked; this is what asking on time takes. */
  record Planned(Workload workload) implements Answer {}

  /** The question did not get through. */
  record NotAsked(String cause, String next) implements Answer {}

  /** Asks one of {@link #pumps()} for these registers now; waits for the answer. */
  Answer ask(PumpId pump, List<RegisterId> registers);

  /** What asking one of {@link #pumps()} on time takes of its line; asks it nothing. */
  Answer workload(PumpId pump);
}
