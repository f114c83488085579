package io.pumphouse.agent.config;

import io.pumphouse.hal.gpio.Input;
import io.pumphouse.hal.gpio.Pin;
import io.pumphouse.hal.gpio.Pinout;
import io.pumphouse.hal.gpio.PulseMeter;
import io.pumphouse.hal.gpio.PulseTerms;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Register;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What hangs on the pins of this machine. Immutable.
 *
 * @param pinout which pin serves which use
 * @param meter the electricity meter at the pin of its input, at most one
 */
public record GpioConfig(Pinout pinout, Set<Metering> meter) {
  /** Nothing does. */
  public static final GpioConfig NONE = new GpioConfig(Pinout.EMPTY, Set.of());

  public GpioConfig {
    meter = Set.copyOf(meter);
  }

  /** What is measured for this pump, as registers of its; none for most. */
  Map<Metric, Register> registers(PumpId pump) {
    Map<Metric, Register> registers = new LinkedHashMap<>();
    for (Metering each : meter) {
      Pin pin = pinout.pins().get(Input.S0_METER);
      if (each.pump().equals(pump) && pin != null) {
        registers.putAll(PulseMeter.registers(pin, each.terms()));
      }
    }
    return registers;
  }

  /**
   * An electricity meter.
   *
   * @param pump whose electricity it measures
   * @param terms what its pulses stand for
   */
  public record Metering(PumpId pump, PulseTerms terms) {}
}
