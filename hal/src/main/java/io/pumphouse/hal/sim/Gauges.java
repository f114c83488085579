package io.pumphouse.hal.sim;

import static java.util.Map.entry;

import io.pumphouse.hal.reading.Metric;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Where each metric is read off the plant, in the metric's unit. What is not in the table this pump
 * does not have: no flow meter, no external supply sensor, no defrosting. Codes are not here
 * either, because each make has its own.
 */
final class Gauges {
  private final Plant plant;
  private final Supplier<Instant> now;
  private final Map<Metric, DoubleSupplier> gauges = new EnumMap<>(Metric.class);

  Gauges(Plant plant, Supplier<Instant> now) {
    this.plant = plant;
    this.now = now;
    gauges.putAll(states());
    gauges.putAll(water());
    gauges.putAll(source());
    gauges.putAll(machine());
    gauges.putAll(counters());
  }

  OptionalDouble value(Metric metric) {
    DoubleSupplier gauge = gauges.get(metric);
    return gauge == null ? plant.settings.value(metric) : OptionalDouble.of(gauge.getAsDouble());
  }

  private Map<Metric, DoubleSupplier> states() {
    return Map.ofEntries(
        entry(Metric.COMPRESSOR_ON, () -> flag(plant.compressor.isRunning())),
        entry(Metric.REVERSING_VALVE, () -> flag(plant.isHotWaterOn())),
        entry(Metric.SUPPLY_PUMP_ON, () -> flag(plant.water.pumpShare() > 0)),
        entry(Metric.BRINE_PUMP_ON, () -> flag(plant.brinePumpShare() > 0)),
        entry(Metric.ALARM_ACTIVE, () -> flag(plant.lowPressure.isOpen())));
  }

  private Map<Metric, DoubleSupplier> water() {
    return Map.ofEntries(
        entry(Metric.OUTDOOR_TEMP, plant::outdoorCelsius),
        entry(Metric.OUTDOOR_TEMP_MEAN, plant.outdoorMean::value),
        entry(Metric.ROOM_TEMP, plant.house::roomCelsius),
        entry(Metric.SUPPLY_TEMP, plant.water::supplyCelsius),
        entry(Metric.SUPPLY_SETPOINT, plant.controller::wantedCelsius),
        entry(Metric.RETURN_TEMP, plant.water::inCelsius),
        entry(Metric.DEGREE_MINUTES, plant.degreeMinutes::value),
        entry(Metric.SUPPLY_PUMP_SPEED, () -> 100 * plant.water.pumpShare()),
        entry(Metric.HOT_WATER_TOP, plant.tank::topCelsius),
        entry(Metric.HOT_WATER_CONTROL, plant.tank::chargingCelsius));
  }

  private Map<Metric, DoubleSupplier> source() {
    return Map.ofEntries(
        entry(Metric.BRINE_IN, plant.ground::brineInCelsius),
        entry(Metric.BRINE_OUT, plant.ground::brineOutCelsius),
        entry(Metric.BRINE_PUMP_SPEED, () -> 100 * plant.brinePumpShare()),
        entry(Metric.CONDENSER_OUT, plant.water::outCelsius),
        entry(Metric.CONDENSER_IN, plant.water::inCelsius),
        entry(Metric.HOT_GAS, plant.refrigerant::hotGasCelsius),
        entry(Metric.LIQUID_LINE, plant.refrigerant::liquidCelsius),
        entry(Metric.SUCTION_GAS, plant.refrigerant::suctionCelsius),
        entry(Metric.LOW_PRESSURE, plant.refrigerant::lowBar),
        entry(Metric.HIGH_PRESSURE, plant.refrigerant::highBar),
        entry(Metric.SUPERHEAT, plant.refrigerant::superheatKelvin),
        entry(Metric.SUBCOOLING, plant.refrigerant::subcoolingKelvin));
  }

  private Map<Metric, DoubleSupplier> machine() {
    return Map.ofEntries(
        entry(Metric.COMPRESSOR_FREQUENCY, plant.compressor::hertz),
        entry(Metric.COMPRESSOR_SPEED, plant.compressor::speedPercent),
        entry(Metric.ADD_HEAT_POWER, () -> plant.heater.watts() / 1000),
        entry(Metric.COMPRESSOR_POWER, () -> plant.electricWatts() / 1000),
        entry(Metric.CURRENT_L1, () -> amperes(1)),
        entry(Metric.CURRENT_L2, () -> amperes(2)),
        entry(Metric.CURRENT_L3, () -> amperes(3)));
  }

  private Map<Metric, DoubleSupplier> counters() {
    return Map.ofEntries(
        entry(Metric.COMPRESSOR_STARTS, plant.meters::starts),
        entry(Metric.COMPRESSOR_HOURS, plant.meters::compressorHours),
        entry(Metric.COMPRESSOR_HOURS_HOT_WATER, plant.meters::hotWaterHours),
        entry(Metric.ADD_HEAT_HOURS, plant.meters::heaterHours),
        entry(Metric.TOTAL_ELECTRICITY, plant.meters::electricKilowattHours),
        entry(Metric.TOTAL_HEAT, plant.meters::heatKilowattHours),
        entry(Metric.HEAT_HEATING, plant.meters::heatingKilowattHours),
        entry(Metric.HEAT_HOT_WATER, plant.meters::hotWaterKilowattHours));
  }

  private double amperes(int phase) {
    return plant.mains.amperes(phase, plant.evenWatts(), plant.heater.steps(), now.get());
  }

  private static double flag(boolean isOn) {
    return isOn ? 1 : 0;
  }
}
