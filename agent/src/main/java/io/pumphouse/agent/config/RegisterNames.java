package io.pumphouse.agent.config;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the registers of one model are called in the configuration: {@code outdoor_temp}, {@code
 * register:40940}. Immutable.
 */
final class RegisterNames {
  private static final String REGISTER = "register:";

  private final RegisterMap map;

  RegisterNames(RegisterMap map) {
    this.map = map;
  }

  Optional<Register> find(String name) {
    return name.startsWith(REGISTER)
        ? row(name.substring(REGISTER.length()))
        : Metric.of(name).flatMap(map::find);
  }

  private Optional<Register> row(String number) {
    return number.isBlank() ? Optional.empty() : map.find(new RegisterId(number));
  }

  /** The name that was probably meant by one that is none. */
  Optional<String> nearest(String name) {
    return nearest(name, map.registers());
  }

  /** The same among these registers only. */
  Optional<String> nearest(String name, Collection<Register> candidates) {
    return row(name)
        .filter(candidates::contains)
        .map(row -> REGISTER + row.id())
        .or(() -> Words.nearest(name, candidates.stream().flatMap(this::names).toList()));
  }

  private Stream<String> names(Register register) {
    return Stream.concat(
        map.metricOf(register.id()).map(Metric::key).stream(), Stream.of(REGISTER + register.id()));
  }

  /** All metrics of the model whose registers are among these, as they are called. */
  List<String> metrics(Collection<Register> candidates) {
    return candidates.stream()
        .flatMap(register -> map.metricOf(register.id()).map(Metric::key).stream())
        .toList();
  }
}
