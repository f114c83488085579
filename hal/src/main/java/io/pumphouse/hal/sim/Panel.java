package io.pumphouse.hal.sim;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The registers of one model on the front of a virtual heat pump. A register that carries a metric
 * shows what the physics say, in the model's scale and codes; one that carries none is a sensor
 * that is not fitted, or a setting at rest. What is written is kept, and works where the physics
 * have that knob.
 *
 * <p>Confined to one thread at a time, as the pump is.
 */
public final class Panel {
  /** Modbus: "failure inside the device", for a number that its register cannot hold. */
  static final int DEVICE_FAILURE = 4;

  private final RegisterMap map;
  private final VirtualHeatPump pump;
  private final Family family;
  private final AlarmFace alarm;
  private final Map<RegisterId, Long> written = new HashMap<>();

  /**
   * @param map which registers the model has
   * @param pump what they are about
   */
  public Panel(RegisterMap map, VirtualHeatPump pump) {
    this.map = map;
    this.pump = pump;
    this.family = Family.of(map.model());
    this.alarm = new AlarmFace(map);
  }

  public RegisterMap map() {
    return map;
  }

  public VirtualHeatPump pump() {
    return pump;
  }

  /**
   * What somebody who asks for this register now would get, without a line between: a reading, or
   * "not fitted". For history that nobody could have polled.
   */
  public Sample sample(Register register, Moment takenAt) {
    OptionalLong raw = raw(register);
    return raw.isPresent()
        ? register.judge(raw.getAsLong(), takenAt)
        : new Invalid(register.id(), takenAt, new Fault.Refused(DEVICE_FAILURE));
  }

  /** The raw number in this register; empty if what it should show does not fit its limits. */
  OptionalLong raw(Register register) {
    Long kept = written.get(register.id());
    if (kept != null) {
      return OptionalLong.of(kept);
    }
    OptionalDouble value = value(register);
    return value.isPresent()
        ? fitting(register, value.getAsDouble())
        : OptionalLong.of(unbound(register));
  }

  /** Takes what was written; the caller has checked access and limits. */
  void write(Register register, long raw) {
    double value = register.decimal(raw).doubleValue();
    Optional<Metric> metric = map.metricOf(register.id());
    boolean isKnob = metric.filter(each -> pump.change(each, value)).isPresent();
    boolean springsBack = metric.filter(each -> each == Metric.ALARM_RESET).isPresent();
    if (springsBack && isPress(register, raw)) {
      pump.plant().resetAlarm();
    }
    if (!isKnob && !springsBack) {
      written.put(register.id(), raw);
    }
  }

  private static boolean isPress(Register button, long raw) {
    return button.access() instanceof Access.Within press ? press.allows(raw) : raw != 0;
  }

  private OptionalDouble value(Register register) {
    if (alarm.isBit(register.id())) {
      return OptionalDouble.of(pump.plant().lowPressure.isOpen() ? 1 : 0);
    }
    return map.metricOf(register.id())
        .map(metric -> value(metric, register))
        .orElse(OptionalDouble.empty());
  }

  private OptionalDouble value(Metric metric, Register register) {
    LowPressureSwitch lowPressure = pump.plant().lowPressure;
    return switch (metric) {
      case ALARM_CODE -> OptionalDouble.of(lowPressure.isOpen() ? alarm.code() : 0);
      case ALARM_LAST_CODE -> OptionalDouble.of(lowPressure.hasOpened() ? alarm.code() : 0);
      default -> family.value(metric, register, pump);
    };
  }

  private static OptionalLong fitting(Register register, double value) {
    long raw =
        BigDecimal.valueOf(value)
            .divide(register.scale(), 0, RoundingMode.HALF_EVEN)
            .longValueExact();
    boolean fits =
        raw >= Math.max(register.lowest(), register.type().lowest())
            && raw <= Math.min(register.highest(), register.type().highest());
    return fits ? OptionalLong.of(raw) : OptionalLong.empty();
  }

  /** "Not fitted" where the model has a word for it, else zero or the nearest legal number. */
  private static long unbound(Register register) {
    return register.isSetting() || register.absent().isEmpty()
        ? Math.clamp(0, register.lowest(), register.highest())
        : Collections.min(register.absent());
  }
}
