package io.pumphouse.agent.config;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Border;
import java.util.Set;

/**
 * What {@code energy:} of a pump says about its meters and powers; 0 where it says nothing.
 * Immutable.
 *
 * @param kilowattsPerKelvin heat per kelvin between supply and return, where no flow is measured
 * @param kilowatts the size of the pump, by which its circulation pumps are known: 6, 12 or 16
 * @param compressorWatts what the compressor draws while it runs, where nothing measures it
 * @param brinePumpWatts what the source pump draws while it runs
 * @param heatingPumpWatts what the heating pump draws while it runs
 * @param meter the register of an electricity meter (W, kW or kWh), at most one
 * @param metered what that meter, or the pump's own, takes in
 */
public record EnergyConfig(
    double kilowattsPerKelvin,
    int kilowatts,
    double compressorWatts,
    double brinePumpWatts,
    double heatingPumpWatts,
    Set<RegisterId> meter,
    Border metered) {
  /** Nothing is said: only what the pump itself measures counts. */
  public static final EnergyConfig UNSAID = new EnergyConfig(0, 0, 0, 0, 0, Set.of(), Border.H4);

  public EnergyConfig {
    meter = Set.copyOf(meter);
  }
}
