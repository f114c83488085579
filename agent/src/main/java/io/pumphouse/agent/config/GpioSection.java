package io.pumphouse.agent.config;

import io.pumphouse.agent.config.GpioConfig.Metering;
import io.pumphouse.hal.gpio.Input;
import io.pumphouse.hal.gpio.Output;
import io.pumphouse.hal.gpio.Pin;
import io.pumphouse.hal.gpio.Pinout;
import io.pumphouse.hal.gpio.PulseTerms;
import io.pumphouse.hal.gpio.Use;
import io.pumphouse.hal.reading.PumpId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code gpio:} what hangs on the pins of this machine. Used for one reading. */
final class GpioSection {
  static final String EXAMPLE = "{sg-ready: {a: 17, b: 27}, status-lamp: 23}";

  private static final String SG_READY = "sg-ready";
  private static final String SG_READY_EXAMPLE = "{a: 17, b: 27}";
  private static final String METER = "s0-meter";
  private static final String METER_EXAMPLE = "{pin: 24, pulses-per-kwh: 1000, pump: house}";
  private static final String ACTIVE_LOW = " active-low";
  private static final double HIGHEST_WATTS = 50_000;

  private static final Kind<Pin> PIN =
      new Kind<>(
          "a pin as the chip counts (BCM), "
              + Pin.LOWEST
              + " to "
              + Pin.HIGHEST
              + ", such as 24 or 24 active-low",
          GpioSection::pin);
  private static final Kind<Integer> PULSES = Numbers.between(1, 100_000, 1000);
  private static final Kind<Double> HIGHEST = Amounts.watts(100, 1_000_000, "50 kW");

  private final List<PumpId> pumps;
  private final Map<Use, Pin> pins = new LinkedHashMap<>();
  private final Map<Integer, String> taken = new HashMap<>();

  /**
   * A reader of the section.
   *
   * @param pumps those of the same file, as far as they could be read
   */
  GpioSection(List<PumpId> pumps) {
    this.pumps = List.copyOf(pumps);
  }

  GpioConfig read(Section gpio) {
    if (gpio.has(SG_READY)) {
      gpio.within(SG_READY, SG_READY_EXAMPLE, this::sgReady);
    }
    List.of(Output.ALARM_CONTACT, Output.STATUS_LAMP).forEach(use -> single(gpio, use));
    Set<Metering> meter =
        gpio.has(METER)
            ? gpio.within(METER, METER_EXAMPLE, this::meter)
                .flatMap(each -> each)
                .map(Set::of)
                .orElse(Set.of())
            : Set.of();
    return new GpioConfig(new Pinout(pins), meter);
  }

  /** Both or none: with one of the two relays a pump cannot be told four things. */
  private boolean sgReady(Section sgReady) {
    claim(sgReady, "a", Output.SG_READY_A);
    claim(sgReady, "b", Output.SG_READY_B);
    return true;
  }

  private void single(Section gpio, Output use) {
    if (gpio.has(use.key())) {
      claim(gpio, use.key(), use);
    }
  }

  private Optional<Metering> meter(Section meter) {
    claim(meter, "pin", Input.S0_METER);
    Optional<Integer> pulses = meter.required("pulses-per-kwh", PULSES);
    double highest = meter.optional("highest-power", HIGHEST, HIGHEST_WATTS);
    Optional<PumpId> pump = pump(meter);
    return pulses.flatMap(
        count -> pump.map(id -> new Metering(id, new PulseTerms(count, Math.round(highest)))));
  }

  /** One pump need not be named. */
  private Optional<PumpId> pump(Section meter) {
    Kind<PumpId> kind =
        new Kind<>(
            Words.either(pumps.stream().map(PumpId::name).toList()),
            text -> pumps.stream().filter(id -> id.name().equals(text)).findFirst());
    return pumps.size() == 1
        ? Optional.of(meter.optional("pump", kind, pumps.getFirst()))
        : meter.required("pump", kind);
  }

  private void claim(Section section, String key, Use use) {
    section
        .required(key, PIN)
        .ifPresent(
            pin -> {
              String other = taken.putIfAbsent(pin.bcm(), section.path() + "." + key);
              if (other == null) {
                pins.put(use, pin);
              } else {
                section.refuse(key, pin + ", as in " + other, "a pin that nothing else has");
              }
            });
  }

  private static Optional<Pin> pin(String text) {
    boolean isActiveLow = text.endsWith(ACTIVE_LOW);
    String number = isActiveLow ? text.substring(0, text.length() - ACTIVE_LOW.length()) : text;
    return Numbers.whole(number)
        .filter(bcm -> bcm >= Pin.LOWEST && bcm <= Pin.HIGHEST)
        .map(bcm -> new Pin(bcm, isActiveLow));
  }
}
