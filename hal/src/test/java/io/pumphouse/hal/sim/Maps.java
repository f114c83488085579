package io.pumphouse.hal.sim;

import io.pumphouse.hal.map.AddressRange;
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

/** Small register maps, written by hand after the real ones. */
final class Maps {
  private static final Set<Long> NO_SENSOR_S16 = Set.of(-32768L);

  private final List<Register> rows = new ArrayList<>();
  private final Map<Metric, RegisterId> metrics = new EnumMap<>(Metric.class);

  private Maps() {}

  /** Low word first; refuses with 1 what is not there. */
  static RegisterMap nibeS() {
    Maps map = new Maps();
    map.sensor("30002", Space.INPUT, 1, RegisterType.S16, "0.1", Metric.OUTDOOR_TEMP);
    map.sensor("30003", Space.INPUT, 2, RegisterType.S16, "0.1");
    map.sensor("30006", Space.INPUT, 5, RegisterType.S16, "0.1", Metric.SUPPLY_TEMP);
    map.sensor("30040", Space.INPUT, 39, RegisterType.S16, "0.1", Metric.SUPPLY_TEMP_EXTERNAL);
    map.sensor("31029", Space.INPUT, 1028, RegisterType.U8, "1", Metric.PRIORITY);
    map.sensor("31912", Space.INPUT, 1911, RegisterType.U8, "1", Metric.SG_READY_STATE);
    map.sensor("32306", Space.INPUT, 2305, RegisterType.U32, "0.01", Metric.COMPRESSOR_POWER);
    map.sensor("33822", Space.INPUT, 3821, RegisterType.U32, "0.1", Metric.TOTAL_HEAT);
    map.setting("40012", 11, RegisterType.S32, "0.1", -30_000, 30_000, Metric.DEGREE_MINUTES);
    map.setting("40023", 22, RegisterType.U8, "1", 0, 1, Metric.ALARM_RESET);
    map.setting("40031", 30, RegisterType.S8, "1", -10, 10, Metric.HEAT_CURVE_OFFSET);
    map.setting("40238", 237, RegisterType.U8, "1", 0, 2, Metric.OPERATING_MODE);
    map.setting("41136", 1135, RegisterType.S16, "1", -2000, -10);
    return map.of("nibe-s1255", WordOrder.LOW_FIRST, 1, List.of());
  }

  /** Holding registers only, with pump states that are codes. */
  static RegisterMap nibeF() {
    Maps map = new Maps();
    map.sensor("43086", Space.HOLDING, 3085, RegisterType.U8, "1", Metric.PRIORITY);
    map.sensor("43141", Space.HOLDING, 3140, RegisterType.U16, "0.01", Metric.COMPRESSOR_POWER);
    map.state("43431", 3430, Metric.SUPPLY_PUMP_ON);
    map.state("43433", 3432, Metric.BRINE_PUMP_ON);
    map.sensor("44874", Space.HOLDING, 4873, RegisterType.U8, "1", Metric.SG_READY_STATE);
    return map.of("nibe-f1255", WordOrder.LOW_FIRST, 2, List.of());
  }

  /** High word first; answers in ranges, holes and all. */
  static RegisterMap genesis() {
    Maps map = new Maps();
    map.sensor("i1", Space.INPUT, 1, RegisterType.U16, "1", Metric.PRIORITY);
    map.sensor("i13", Space.INPUT, 13, RegisterType.S16, "0.01", Metric.OUTDOOR_TEMP);
    map.sensor("i48", Space.INPUT, 48, RegisterType.U32, "1", Metric.COMPRESSOR_HOURS);
    map.sensor("d199", Space.DISCRETE, 199, RegisterType.BIT, "1", Metric.COMPRESSOR_ON);
    map.setting("h0", 0, RegisterType.S16, "1", 1, 3, Metric.OPERATING_MODE);
    map.setting("h22", 22, RegisterType.S16, "0.01", 0, 10_000, Metric.HOT_WATER_START);
    return map.of(
        "thermia-genesis-inverter",
        WordOrder.HIGH_FIRST,
        2,
        List.of(
            new AddressRange(Space.INPUT, 0, 100),
            new AddressRange(Space.DISCRETE, 199, 247),
            new AddressRange(Space.HOLDING, 0, 115)));
  }

  /** A register too small for what it should show. */
  static RegisterMap tooSmall() {
    Maps map = new Maps();
    map.sensor("1", Space.INPUT, 1, RegisterType.U8, "1", Metric.TOTAL_HEAT);
    return map.of("small", WordOrder.LOW_FIRST, 2, List.of());
  }

  private void sensor(
      String id, Space space, int address, RegisterType type, String scale, Metric metric) {
    metrics.put(metric, new RegisterId(id));
    add(id, space, address, type, scale, metric.unit(), false, type.lowest(), type.highest());
  }

  private void sensor(String id, Space space, int address, RegisterType type, String scale) {
    add(id, space, address, type, scale, Unit.CELSIUS, false, type.lowest(), type.highest());
  }

  private void state(String id, int address, Metric metric) {
    metrics.put(metric, new RegisterId(id));
    add(id, Space.HOLDING, address, RegisterType.U8, "1", Unit.CODE, false, 0, 255);
  }

  private void setting(
      String id,
      int address,
      RegisterType type,
      String scale,
      long lowest,
      long highest,
      Metric metric) {
    metrics.put(metric, new RegisterId(id));
    add(id, Space.HOLDING, address, type, scale, metric.unit(), true, lowest, highest);
  }

  private void setting(
      String id, int address, RegisterType type, String scale, long lowest, long highest) {
    add(id, Space.HOLDING, address, type, scale, Unit.NONE, true, lowest, highest);
  }

  private void add(
      String id,
      Space space,
      int address,
      RegisterType type,
      String scale,
      Unit unit,
      boolean isWritable,
      long lowest,
      long highest) {
    rows.add(
        new Register(
            new RegisterId(id),
            space,
            address,
            type,
            new BigDecimal(scale),
            unit,
            isWritable,
            lowest,
            highest,
            type == RegisterType.S16 ? NO_SENSOR_S16 : Set.of(),
            id,
            "test"));
  }

  private RegisterMap of(
      String id, WordOrder order, int exceptionForAbsent, List<AddressRange> readable) {
    Model model =
        new Model(
            id,
            id,
            Set.of(Wire.TCP),
            order,
            20,
            16,
            Duration.ZERO,
            Duration.ofSeconds(1),
            readable,
            exceptionForAbsent,
            List.of(0),
            Set.of(),
            Map.of("test", "written by hand"));
    return new RegisterMap(model, rows, metrics);
  }
}
