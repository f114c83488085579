package io.pumphouse.hal.sim;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Unit;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What each make says in its own code: the numbers for what the pump works on and how it is set. A
 * table, not a class tree; everything else comes from the register map.
 */
enum Family {
  /** Priority 10 off, 20 hot water, 30 heat; operation auto; SG Ready normal; hot water medium. */
  NIBE_S("nibe-s", 10, 20, 30, 0, 10, 1),
  /** As the S series, but SG Ready counts 10 as blocked and 20 as normal. */
  NIBE_F("nibe-f", 10, 20, 30, 0, 20, 1),
  /** Demand 99 none, 3 hot water, 4 heat; operation on or auto. */
  THERMIA("thermia-", 99, 3, 4, 3, 0, 0),
  /** The position of the switch valve: 0 radiators, 1 hot water. */
  IVT("ivt-", 0, 1, 0, 0, 0, 0),
  /** A map of the user's own, about which nothing is known: counted from zero. */
  OTHER("", 0, 1, 2, 0, 0, 0);

  /** NIBE F's pump states, in registers that are codes rather than flags. */
  private static final double NIBE_F_PUMP_OFF = 10;

  private static final double NIBE_F_PUMP_ON = 20;

  private final String prefix;
  private final double nothing;
  private final double hotWater;
  private final double heating;
  private final double operatingMode;
  private final double sgReady;
  private final double hotWaterMode;

  Family(
      String prefix,
      double nothing,
      double hotWater,
      double heating,
      double operatingMode,
      double sgReady,
      double hotWaterMode) {
    this.prefix = prefix;
    this.nothing = nothing;
    this.hotWater = hotWater;
    this.heating = heating;
    this.operatingMode = operatingMode;
    this.sgReady = sgReady;
    this.hotWaterMode = hotWaterMode;
  }

  static Family of(Model model) {
    return Arrays.stream(values())
        .filter(family -> model.id().startsWith(family.prefix))
        .findFirst()
        .orElseThrow();
  }

  /** What this make would show for the metric in this register; empty if it has not got it. */
  OptionalDouble value(Metric metric, Register register, VirtualHeatPump pump) {
    return switch (metric) {
      case PRIORITY -> OptionalDouble.of(code(pump.task()));
      case OPERATING_MODE -> OptionalDouble.of(operatingMode);
      case SG_READY_STATE -> OptionalDouble.of(sgReady);
      case HOT_WATER_MODE -> OptionalDouble.of(hotWaterMode);
      case ALARM_RESET -> OptionalDouble.of(0);
      case SUPPLY_PUMP_ON, BRINE_PUMP_ON -> pumpState(metric, register, pump);
      case COMPRESSOR_POWER -> OptionalDouble.of(watts(pump.plant()) / 1000);
      default -> pump.value(metric);
    };
  }

  private double code(Task task) {
    return switch (task) {
      case NOTHING -> nothing;
      case HOT_WATER -> hotWater;
      case HEATING -> heating;
    };
  }

  private OptionalDouble pumpState(Metric metric, Register register, VirtualHeatPump pump) {
    OptionalDouble flag = pump.value(metric);
    if (this != NIBE_F || register.unit() != Unit.CODE) {
      return flag;
    }
    return OptionalDouble.of(flag.orElse(0) > 0 ? NIBE_F_PUMP_ON : NIBE_F_PUMP_OFF);
  }

  /** NIBE F shows what its inverter gives the compressor, the others what the machine draws. */
  private double watts(Plant plant) {
    return this == NIBE_F ? plant.compressor.electricWatts() : plant.electricWatts();
  }
}
