package io.pumphouse.agent.transfer;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which register of a pump a file means. Pure. */
final class Names {
  /**
   * What the predecessor called the sensors that every pump has; its registers have ids besides.
   */
  private static final Map<String, String> PREDECESSOR =
      Map.ofEntries(
          Map.entry("radiator_return", "return_temp"),
          Map.entry("radiator_forward", "supply_temp"),
          Map.entry("brine_in_evaporator", "brine_in"),
          Map.entry("brine_out_condenser", "brine_out"),
          Map.entry("indoor_temp", "room_temp"),
          Map.entry("pressure_tube_temp", "hot_gas"),
          Map.entry("heating_setpoint", "supply_setpoint"),
          Map.entry("circulation_pump_speed", "supply_pump_speed"),
          Map.entry("compressor_status", "compressor_on"),
          Map.entry("brine_pump_status", "brine_pump_on"),
          Map.entry("radiator_pump_status", "supply_pump_on"),
          Map.entry("switch_valve_status", "reversing_valve"),
          Map.entry("compressor_runtime", "compressor_hours"),
          Map.entry("accumulated_energy", "total_electricity"));

  private static final Map<String, String> TO_PREDECESSOR =
      PREDECESSOR.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private Names() {}

  /** What the predecessor called it; names that it shared, or never had, stay. */
  static String asPredecessor(String name) {
    return TO_PREDECESSOR.getOrDefault(name, name);
  }

  /** By the maker's number where this model has it, else by name; empty if it has neither. */
  static Optional<Register> register(RegisterMap map, Row row) {
    return byNumber(map, row.register())
        .or(() -> map.named(row.name()))
        .or(() -> map.named(PREDECESSOR.getOrDefault(row.name(), "")));
  }

  private static Optional<Register> byNumber(RegisterMap map, String number) {
    return number.isBlank() ? Optional.empty() : map.find(new RegisterId(number));
  }
}
