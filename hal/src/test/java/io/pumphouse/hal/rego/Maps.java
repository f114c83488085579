package io.pumphouse.hal.rego;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small Rego map, written by hand after the real one. */
final class Maps {
  static final RegisterId CURVE = new RegisterId("0x0000");
  static final RegisterId HOURS = new RegisterId("0x0048");
  static final RegisterId COMPRESSOR = new RegisterId("0x01FE");
  static final RegisterId VALVE = new RegisterId("0x0205");
  static final RegisterId RETURN = new RegisterId("0x0209");
  static final RegisterId OUTDOOR = new RegisterId("0x020A");
  static final RegisterId ROOM = new RegisterId("0x020D");
  static final RegisterId BRINE_IN = new RegisterId("0x0211");
  static final RegisterId BRINE_OUT = new RegisterId("0x0212");
  static final RegisterId ALARM_LAMP = new RegisterId("lamp-0x0016");
  static final List<RegisterId> SENSORS =
      List.of(RETURN, OUTDOOR, ROOM, BRINE_IN, BRINE_OUT, COMPRESSOR);

  private final List<Register> rows = new ArrayList<>();
  private final Map<Metric, RegisterId> metrics = new EnumMap<>(Metric.class);

  private Maps() {}

  /**
   * Sensors, an output, hours, a setting and a lamp, at addresses to which one of these is added.
   */
  static RegisterMap rego(Integer... offsets) {
    Maps map = new Maps();
    map.add(CURVE, 0x0000, RegisterType.S16, "0.1", Unit.STEP, true, 0, 100);
    map.add(HOURS, 0x0048, RegisterType.U16, "1", Unit.HOUR, false, 0, 0xFFFF);
    map.sensor(RETURN, 0x0209, Metric.RETURN_TEMP);
    map.sensor(OUTDOOR, 0x020A, Metric.OUTDOOR_TEMP);
    map.sensor(ROOM, 0x020D, Metric.ROOM_TEMP);
    map.sensor(BRINE_IN, 0x0211, Metric.BRINE_IN);
    map.sensor(BRINE_OUT, 0x0212, Metric.BRINE_OUT);
    map.add(COMPRESSOR, 0x01FE, RegisterType.U16, "1", Unit.ON_OFF, false, 0, 1);
    map.add(VALVE, 0x0205, RegisterType.U16, "1", Unit.CODE, false, 0, 1);
    map.metrics.put(Metric.PRIORITY, VALVE);
    map.metrics.put(Metric.HEAT_CURVE, CURVE);
    map.metrics.put(Metric.COMPRESSOR_HOURS, HOURS);
    map.metrics.put(Metric.COMPRESSOR_ON, COMPRESSOR);
    map.place(ALARM_LAMP, Space.PANEL, 0x0016, RegisterType.U16, "1", Unit.ON_OFF, false, 0, 1);
    return map.of(List.of(offsets));
  }

  private void sensor(RegisterId id, int address, Metric metric) {
    metrics.put(metric, id);
    add(id, address, RegisterType.S16, "0.1", Unit.CELSIUS, false, -600, 1500);
  }

  private void add(
      RegisterId id,
      int address,
      RegisterType type,
      String scale,
      Unit unit,
      boolean isWritable,
      long lowest,
      long highest) {
    place(id, Space.SYSTEM, address, type, scale, unit, isWritable, lowest, highest);
  }

  private void place(
      RegisterId id,
      Space space,
      int address,
      RegisterType type,
      String scale,
      Unit unit,
      boolean isWritable,
      long lowest,
      long highest) {
    boolean isSensor = unit == Unit.CELSIUS;
    rows.add(
        new Register(
            id,
            space,
            address,
            type,
            new BigDecimal(scale),
            unit,
            isWritable,
            lowest,
            highest,
            isSensor ? Set.of(-483L) : Set.of(),
            id.name(),
            "test"));
  }

  private RegisterMap of(List<Integer> offsets) {
    Model model =
        new Model(
            "ivt-rego600",
            "IVT Rego 600",
            Set.of(Wire.REGO),
            WordOrder.HIGH_FIRST,
            1,
            1,
            Duration.ofMillis(80),
            Bench.ANSWER_WITHIN,
            List.of(),
            2,
            offsets,
            Set.of(),
            Map.of("test", "written by hand"));
    return new RegisterMap(model, rows, metrics);
  }
}
