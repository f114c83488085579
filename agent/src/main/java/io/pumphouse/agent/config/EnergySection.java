package io.pumphouse.agent.config;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.Border;
import java.util.Optional;
import java.util.Set;

/** {@code energy:} of a pump: what its owner knows of its meters and powers. */
final class EnergySection {
  static final String KEY = "energy";
  static final String EXAMPLE = "{flow-factor: 2.7 kW/K, compressor: 2.1 kW}";

  private static final Set<Unit> METERS = Set.of(Unit.WATT, Unit.KILOWATT, Unit.KILOWATT_HOUR);
  private static final String A_METER =
      "a register of its map in W, kW or kWh, such as register:32306";

  private static final Kind<Double> FLOW_FACTOR = Amounts.between(0.1, 20, "kW/K", "2.7 kW/K");
  private static final Kind<Double> COMPRESSOR = Amounts.watts(100, 30_000, "2.1 kW");
  private static final Kind<Double> PUMP = Amounts.watts(1, 2_000, "60 W");
  private static final Kind<Integer> SIZE =
      new Kind<>(
          "6 kW, 12 kW or 16 kW",
          text ->
              switch (text) {
                case "6 kW" -> Optional.of(6);
                case "12 kW" -> Optional.of(12);
                case "16 kW" -> Optional.of(16);
                default -> Optional.empty();
              });
  private static final Kind<Border> BORDER =
      new Kind<>(
          "H1 (compressor), H2 (and source pump), H3 (and additional heater) or H4 (everything)",
          text ->
              switch (text) {
                case "H1" -> Optional.of(Border.H1);
                case "H2" -> Optional.of(Border.H2);
                case "H3" -> Optional.of(Border.H3);
                case "H4" -> Optional.of(Border.H4);
                default -> Optional.empty();
              });

  private final Kind<RegisterId> meters;

  EnergySection(RegisterMap map) {
    RegisterNames names = new RegisterNames(map);
    this.meters =
        new Kind<>(
            A_METER,
            text ->
                names
                    .find(text)
                    .filter(register -> METERS.contains(register.unit()))
                    .map(Register::id));
  }

  EnergyConfig read(Section energy) {
    Set<RegisterId> meter =
        energy.has("meter")
            ? energy.required("meter", meters).map(Set::of).orElse(Set.of())
            : Set.of();
    return new EnergyConfig(
        energy.optional("flow-factor", FLOW_FACTOR, 0.0),
        energy.optional("size", SIZE, 0),
        energy.optional("compressor", COMPRESSOR, 0.0),
        energy.optional("brine-pump", PUMP, 0.0),
        energy.optional("heating-pump", PUMP, 0.0),
        meter,
        energy.optional("meter-border", BORDER, Border.H4));
  }
}
