package io.pumphouse.hal.reading;

import static io.pumphouse.hal.reading.MetricGroup.ADDITIONAL_HEAT;
import static io.pumphouse.hal.reading.MetricGroup.BRINE;
import static io.pumphouse.hal.reading.MetricGroup.COMPRESSOR;
import static io.pumphouse.hal.reading.MetricGroup.ENERGY;
import static io.pumphouse.hal.reading.MetricGroup.HEATING;
import static io.pumphouse.hal.reading.MetricGroup.HOT_WATER;
import static io.pumphouse.hal.reading.MetricGroup.REFRIGERANT;
import static io.pumphouse.hal.reading.MetricGroup.SETTING;
import static io.pumphouse.hal.reading.MetricGroup.STATE;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The brand-neutral quantities of a heat pump. A register map binds each one the model has to a
 * register in this unit; the rest the model does not have. The key is public: configuration, API,
 * exports and brokers use it.
 */
public enum Metric {
  COMPRESSOR_ON(STATE, Unit.ON_OFF, "Compressor"),
  PRIORITY(STATE, Unit.CODE, "Working on"),
  REVERSING_VALVE(STATE, Unit.ON_OFF, "Hot-water valve"),
  SUPPLY_PUMP_ON(STATE, Unit.ON_OFF, "Heating pump"),
  BRINE_PUMP_ON(STATE, Unit.ON_OFF, "Brine pump"),
  DEFROST_ACTIVE(STATE, Unit.ON_OFF, "Defrosting"),
  ALARM_ACTIVE(STATE, Unit.ON_OFF, "Alarm"),
  /** The alarm that is active now. */
  ALARM_CODE(STATE, Unit.CODE, "Alarm code"),
  /** The latest alarm, which may be long gone. */
  ALARM_LAST_CODE(STATE, Unit.CODE, "Last alarm code"),
  OPERATING_MODE(STATE, Unit.CODE, "Operating mode"),
  SG_READY_STATE(STATE, Unit.CODE, "SG Ready"),
  OUTDOOR_TEMP(HEATING, Unit.CELSIUS, "Outdoors"),
  OUTDOOR_TEMP_MEAN(HEATING, Unit.CELSIUS, "Outdoors, mean"),
  ROOM_TEMP(HEATING, Unit.CELSIUS, "Room"),
  SUPPLY_TEMP(HEATING, Unit.CELSIUS, "Supply"),
  SUPPLY_SETPOINT(HEATING, Unit.CELSIUS, "Supply, wanted"),
  SUPPLY_TEMP_EXTERNAL(HEATING, Unit.CELSIUS, "Supply, external sensor"),
  RETURN_TEMP(HEATING, Unit.CELSIUS, "Return"),
  DEGREE_MINUTES(HEATING, Unit.DEGREE_MINUTES, "Degree minutes"),
  FLOW(HEATING, Unit.LITRES_PER_MINUTE, "Flow"),
  SUPPLY_PUMP_SPEED(HEATING, Unit.PERCENT, "Heating pump speed"),
  HOT_WATER_TOP(HOT_WATER, Unit.CELSIUS, "Tank, top"),
  HOT_WATER_CONTROL(HOT_WATER, Unit.CELSIUS, "Tank, charging"),
  BRINE_IN(BRINE, Unit.CELSIUS, "Brine in"),
  BRINE_OUT(BRINE, Unit.CELSIUS, "Brine out"),
  BRINE_PUMP_SPEED(BRINE, Unit.PERCENT, "Brine pump speed"),
  CONDENSER_OUT(REFRIGERANT, Unit.CELSIUS, "Condenser out"),
  CONDENSER_IN(REFRIGERANT, Unit.CELSIUS, "Condenser in"),
  HOT_GAS(REFRIGERANT, Unit.CELSIUS, "Hot gas"),
  LIQUID_LINE(REFRIGERANT, Unit.CELSIUS, "Liquid line"),
  SUCTION_GAS(REFRIGERANT, Unit.CELSIUS, "Suction gas"),
  LOW_PRESSURE(REFRIGERANT, Unit.BAR, "Low pressure"),
  HIGH_PRESSURE(REFRIGERANT, Unit.BAR, "High pressure"),
  SUPERHEAT(REFRIGERANT, Unit.KELVIN, "Superheat"),
  SUBCOOLING(REFRIGERANT, Unit.KELVIN, "Subcooling"),
  COMPRESSOR_FREQUENCY(COMPRESSOR, Unit.HERTZ, "Compressor frequency"),
  COMPRESSOR_SPEED(COMPRESSOR, Unit.PERCENT, "Compressor speed"),
  COMPRESSOR_STARTS(COMPRESSOR, Unit.COUNT, "Compressor starts"),
  COMPRESSOR_HOURS(COMPRESSOR, Unit.HOUR, "Compressor hours"),
  COMPRESSOR_HOURS_HOT_WATER(COMPRESSOR, Unit.HOUR, "Compressor hours, hot water"),
  ADD_HEAT_POWER(ADDITIONAL_HEAT, Unit.KILOWATT, "Additional heat"),
  ADD_HEAT_HOURS(ADDITIONAL_HEAT, Unit.HOUR, "Additional heat hours"),
  COMPRESSOR_POWER(ENERGY, Unit.KILOWATT, "Power drawn"),
  /** What everything behind an electricity meter of the house's draws. */
  ELECTRIC_POWER(ENERGY, Unit.WATT, "Electric power"),
  TOTAL_ELECTRICITY(ENERGY, Unit.KILOWATT_HOUR, "Electricity, total"),
  /** What that meter has counted. */
  METERED_ELECTRICITY(ENERGY, Unit.KILOWATT_HOUR, "Electricity, metered"),
  TOTAL_HEAT(ENERGY, Unit.KILOWATT_HOUR, "Heat, total"),
  HEAT_HEATING(ENERGY, Unit.KILOWATT_HOUR, "Heat to the house"),
  HEAT_HOT_WATER(ENERGY, Unit.KILOWATT_HOUR, "Heat to hot water"),
  CURRENT_L1(ENERGY, Unit.AMPERE, "Current, phase 1"),
  CURRENT_L2(ENERGY, Unit.AMPERE, "Current, phase 2"),
  CURRENT_L3(ENERGY, Unit.AMPERE, "Current, phase 3"),
  HEAT_CURVE(SETTING, Unit.STEP, "Heat curve"),
  HEAT_CURVE_OFFSET(SETTING, Unit.STEP, "Heat curve offset"),
  ROOM_SETPOINT(SETTING, Unit.CELSIUS, "Room, wanted"),
  HOT_WATER_MODE(SETTING, Unit.CODE, "Hot-water mode"),
  HOT_WATER_START(SETTING, Unit.CELSIUS, "Hot water starts at"),
  HOT_WATER_STOP(SETTING, Unit.CELSIUS, "Hot water stops at"),
  MAX_ADD_HEAT(SETTING, Unit.KILOWATT, "Additional heat, at most"),
  ALARM_RESET(SETTING, Unit.CODE, "Alarm reset");

  private final MetricGroup group;
  private final Unit unit;
  private final String label;

  Metric(MetricGroup group, Unit unit, String label) {
    this.group = group;
    this.unit = unit;
    this.label = label;
  }

  /** The public name, such as {@code outdoor_temp}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an owner would call it, in English. */
  public String label() {
    return label;
  }

  public MetricGroup group() {
    return group;
  }

  public Unit unit() {
    return unit;
  }

  /** How often it is worth asking for. */
  public Pace pace() {
    if (this == ALARM_RESET) {
      return Pace.ON_DEMAND;
    }
    if (group == SETTING) {
      return Pace.SETTING;
    }
    return switch (unit) {
      case COUNT, HOUR, KILOWATT_HOUR -> Pace.COUNTER;
      default -> Pace.LIVE;
    };
  }

  /** The metric with this key, or empty if there is none. */
  public static Optional<Metric> of(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
  }
}
