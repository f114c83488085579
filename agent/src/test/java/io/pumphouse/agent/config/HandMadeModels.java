package io.pumphouse.agent.config;

import io.pumphouse.hal.line.Wiring.Parity;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.SerialHabit;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Five small models, and a sixth whose map has a mistake. */
final class HandMadeModels implements ModelShelf {
  static final Duration ANSWER_WITHIN = Duration.ofMillis(1500);

  private final List<RegisterMap> maps =
      List.of(
          map("nibe-s1255", Set.of(Wire.TCP), "30002", "30009", "30039"),
          map("nibe-f1255", Set.of(Wire.RTU, Wire.RTU_OVER_TCP), "40004", "40013", "40940"),
          map(
              "thermia-genesis-inverter",
              Set.of(Wire.TCP, Wire.RTU, Wire.RTU_OVER_TCP),
              "i13",
              "i15",
              "i18"),
          map("ivt-rego600", Set.of(Wire.REGO), "0x020A", "0x020B", "0x0209"),
          map("husdata-h66-ivt", Set.of(Wire.HUSDATA_H66), "0007", "0009", "0001"));

  @Override
  public Optional<RegisterMap> find(String id) {
    return maps.stream().filter(map -> map.model().id().equals(id)).findFirst();
  }

  @Override
  public Optional<String> fault(String id) {
    return id.equals("cellar")
        ? Optional.of("maps/cellar.csv:3: type \"s17\": use s16")
        : Optional.empty();
  }

  @Override
  public List<String> ids() {
    return maps.stream().map(map -> map.model().id()).toList();
  }

  /** The first two registers carry a metric, the third does not. */
  private static RegisterMap map(
      String id, Set<Wire> wires, String outdoor, String tank, String plain) {
    Model model =
        new Model(
            id,
            id,
            wires,
            WordOrder.LOW_FIRST,
            20,
            100,
            Duration.ZERO,
            ANSWER_WITHIN,
            List.of(),
            2,
            List.of(0),
            id.startsWith("nibe-f") ? Set.of(Quirk.LOG_SET) : Set.of(),
            Map.of(),
            wires.contains(Wire.REGO) ? new SerialHabit(19_200, Parity.NONE, 1) : SerialHabit.USUAL,
            List.of(),
            0,
            Set.of(),
            Set.of());
    return new RegisterMap(
        model,
        List.of(row(outdoor, 1), row(tank, 8), row(plain, 38)),
        Map.of(
            Metric.OUTDOOR_TEMP,
            new RegisterId(outdoor),
            Metric.HOT_WATER_TOP,
            new RegisterId(tank)));
  }

  private static Register row(String id, int address) {
    return new Register(
        new RegisterId(id),
        id.startsWith("0x") ? Space.SYSTEM : Space.INPUT,
        address,
        RegisterType.S16,
        new BigDecimal("0.1"),
        Unit.CELSIUS,
        false,
        -1000,
        1500,
        Set.of(),
        id,
        "hand-made");
  }
}
