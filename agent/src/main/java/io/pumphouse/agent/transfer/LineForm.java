package io.pumphouse.agent.transfer;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * InfluxDB's line protocol, in the schema that many dashboards of heat pumps know: measurement
 * {@code heatpump}, tags register_id, name, type and unit, field value. It has no words for what is
 * no value, so such samples are left out. Confined to one thread.
 */
public final class LineForm implements Form {
  private final RegisterMap map;
  private final UnaryOperator<String> naming;
  private final String pump;
  private final Map<RegisterId, String> tags = new HashMap<>();

  private LineForm(RegisterMap map, UnaryOperator<String> naming, String pump) {
    this.map = map;
    this.naming = naming;
    this.pump = pump;
  }

  /** For a file about one pump, which its readings do not name. */
  static LineForm ofFile(RegisterMap map) {
    return new LineForm(map, UnaryOperator.identity(), "");
  }

  /** For a database of several pumps, which a tag of that name tells apart. */
  public static LineForm of(PumpId pump, RegisterMap map) {
    return new LineForm(map, UnaryOperator.identity(), ",pump=" + escaped(pump.name()));
  }

  /** With the very names and tags of the predecessor, which knew of one pump only. */
  public static LineForm ofPredecessor(RegisterMap map) {
    return new LineForm(map, Names::asPredecessor, "");
  }

  @Override
  public String line(Sample sample) {
    return switch (sample) {
      case Reading reading -> map.find(reading.register()).map(it -> line(it, reading)).orElse("");
      case Missing _, Invalid _ -> "";
    };
  }

  private String line(Register register, Reading reading) {
    Instant at = reading.takenAt().wall();
    return tags.computeIfAbsent(register.id(), _ -> tags(register))
        + " value="
        + register.decimal(reading.raw()).toPlainString()
        + " "
        + at.toEpochMilli()
        + "000000\n";
  }

  private String tags(Register register) {
    String unit = register.unit().isShown() ? ",unit=" + escaped(register.unit().symbol()) : "";
    return "heatpump,name="
        + escaped(naming.apply(map.nameOf(register.id())))
        + pump
        + ",register_id="
        + escaped(register.id().name())
        + ",type="
        + type(register)
        + unit;
  }

  /** The predecessor's words. */
  private static String type(Register register) {
    if (register.isSetting()) {
      return "setting";
    }
    return switch (register.unit()) {
      case CELSIUS, KELVIN -> "temperature";
      case PERCENT, RELATIVE_HUMIDITY -> "percentage";
      case ON_OFF, CODE, STEP -> "status";
      case WATT, KILOWATT -> "power";
      case WATT_HOUR, KILOWATT_HOUR -> "energy";
      case SECOND, MINUTE, HOUR, DAY, MONTH -> "runtime";
      case NONE,
          COUNT,
          DEGREE_MINUTES,
          HERTZ,
          RPM,
          AMPERE,
          MILLIAMPERE,
          VOLT,
          BAR,
          PASCAL,
          KILOPASCAL,
          LITRES_PER_MINUTE,
          CUBIC_METRES_PER_HOUR ->
          "unknown";
    };
  }

  private static String escaped(String tag) {
    return tag.replaceAll("[,= ]", "\\\\$0");
  }
}
