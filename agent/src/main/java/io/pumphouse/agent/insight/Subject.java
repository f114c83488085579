package io.pumphouse.agent.insight;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pump to find things out about. Immutable.
 *
 * @param pump its name
 * @param map what its registers mean
 * @param energy what its owner told about its meters and powers
 */
public record Subject(PumpId pump, RegisterMap map, EnergyConfig energy) {
  /** The register that carries this metric, if the model has one. */
  Optional<RegisterId> id(Metric metric) {
    return map.find(metric).map(Register::id);
  }

  /** Those of the metrics that the model has. */
  Set<RegisterId> ids(Metric... metrics) {
    return Arrays.stream(metrics).flatMap(each -> id(each).stream()).collect(Collectors.toSet());
  }

  /** The registers of all of these, or empty if the model lacks one. */
  Optional<Set<RegisterId>> all(Metric... metrics) {
    Set<RegisterId> found = ids(metrics);
    return found.size() == metrics.length ? Optional.of(found) : Optional.empty();
  }

  /** What one raw step of this register is worth; 1 for a series that is no register. */
  double scale(RegisterId id) {
    return map.find(id).map(register -> register.scale().doubleValue()).orElse(1.0);
  }

  static Set<RegisterId> union(Collection<RegisterId> some, Collection<RegisterId> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }
}
