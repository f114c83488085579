package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which register carries which metric, on every model. A dash: no single register does, or nobody
 * knows which (docs/decisions/001).
 */
class CoreMetricsTest {
  private static final String TABLE =
      """
      metric                     | S     | F     | Genesis | 600    | 636    | H-IVT | H-NIBE | H-Thermia     | 6-IVT | 6-NIBE | 6-Thermia
      outdoor_temp               | 30002 | 40004 | i13     | 0x020A | 0x020C | 0007  | 0007   | 0007          | 0007  | 0007   | 0007
      outdoor_temp_mean          | 30038 | 40067 | -       | -      | -      | -     | -      | -             | -     | -      | -
      supply_temp                | 30006 | 40008 | i12     | 0x020C | 0x020E | 0002  | 0004   | 0002          | 0002  | 0004   | 0002
      return_temp                | 30008 | 40012 | -       | 0x0209 | 0x020B | 0001  | 0003   | 0001          | 0001  | 0003   | 0001
      supply_temp_external       | 30040 | 40071 | -       | -      | -      | -     | -      | -             | -     | -      | -
      condenser_out              | 30013 | 40017 | i9      | 0x020F | 0x0211 | 0004  | -      | -             | 0004  | -      | -
      condenser_in               | -     | -     | i8      | 0x0210 | 0x0212 | 0003  | -      | -             | 0003  | -      | -
      hot_water_top              | 30009 | 40013 | i15     | 0x020B | 0x020D | 0009  | 0009   | 0009          | 0009  | 0009   | 0009
      hot_water_control          | 30010 | 40014 | i17     | 0x0213 | 0x0215 | 000A  | 000A   | -             | 000A  | 000A   | -
      brine_in                   | 30011 | 40015 | i10     | 0x0211 | 0x0213 | 0005  | 0005   | 0005          | 0005  | 0005   | 0005
      brine_out                  | 30012 | 40016 | i11     | 0x0212 | 0x0214 | 0006  | 0006   | 0006          | 0006  | 0006   | 0006
      hot_gas                    | 30014 | 40018 | i7      | 0x020E | 0x0210 | 000B  | 000B   | 0012          | 000B  | 000B   | 0012
      liquid_line                | 30015 | 40019 | i129    | -      | -      | -     | 000D   | -             | -     | 000D   | -
      suction_gas                | 30017 | 40022 | i130    | -      | -      | -     | 000C   | -             | -     | 000C   | -
      room_temp                  | 30027 | 40033 | i121    | 0x020D | 0x020F | 0008  | 0008   | 0008          | 0008  | 0008   | 0008
      flow                       | 30041 | 40072 | -       | -      | -      | -     | -      | -             | -     | -      | -
      low_pressure               | 32309 | -     | -       | -      | -      | -     | -      | -             | -     | -      | -
      high_pressure              | -     | -     | -       | -      | -      | -     | -      | -             | -     | -      | -
      superheat                  | -     | -     | i125    | -      | -      | -     | -      | -             | -     | -      | -
      subcooling                 | -     | -     | i126    | -      | -      | -     | -      | -             | -     | -      | -
      supply_setpoint            | 31018 | 43009 | i18     | 0x006E | 0x006F | 0107  | 0107   | 0107          | 0107  | 0107   | 0107
      degree_minutes             | 40012 | 43005 | i131    | -      | -      | -     | 8105   | 8105          | -     | 8105   | 8105
      compressor_on              | 31101 | 43435 | d199    | 0x01FE | 0x0200 | 1A01  | 1A01   | 1A01          | 1A01  | 1A01   | 1A01
      compressor_frequency       | 31047 | 43136 | -       | -      | -      | -     | -      | -             | -     | -      | -
      compressor_speed           | -     | -     | i54     | -      | -      | -     | -      | -             | -     | -      | -
      compressor_starts          | 31535 | 43416 | -       | -      | -      | -     | BC61   | -             | -     | BC61   | -
      compressor_hours           | 31088 | 43420 | i48     | -      | -      | -     | -      | 6C60          | -     | -      | 6C60
      compressor_hours_hot_water | 31092 | 43424 | i50     | 0x004A | 0x004A | 6C56  | -      | 6C64          | 6C56  | -      | 6C64
      add_heat_hours             | 31026 | 43081 | i52     | -      | -      | -     | -      | -             | -     | -      | -
      add_heat_power             | 31028 | 43084 | -       | -      | -      | -     | -      | -             | -     | -      | -
      compressor_power           | 32306 | 43141 | -       | -      | -      | CFAA  | CFAA   | CFAA          | CFAA  | CFAA   | CFAA
      total_electricity          | 33824 | -     | i83     | -      | -      | 5FAB  | 5FAB   | 5FAB          | -     | -      | -
      electric_power             | -     | -     | -       | -      | -      | -     | -      | -             | -     | -      | -
      metered_electricity        | -     | -     | -       | -      | -      | -     | -      | -             | -     | -      | -
      total_heat                 | 33822 | -     | -       | -      | -      | -     | -      | -             | -     | -      | -
      heat_hot_water             | 31576 | 44298 | -       | -      | -      | -     | -      | -             | -     | -      | -
      heat_heating               | 31578 | 44300 | -       | -      | -      | -     | -      | -             | -     | -      | -
      current_l1                 | 30051 | 40083 | i69     | -      | -      | -     | 4101   | -             | -     | 4101   | -
      current_l2                 | 30049 | 40081 | i70     | -      | -      | -     | 4102   | -             | -     | 4102   | -
      current_l3                 | 30047 | 40079 | i71     | -      | -      | -     | 4103   | -             | -     | 4103   | -
      supply_pump_speed          | 31103 | 43437 | i39     | -      | -      | -     | -      | 3109          | -     | -      | 3109
      brine_pump_speed           | 31105 | 43439 | i44     | -      | -      | -     | -      | 3110          | -     | -      | 3110
      supply_pump_on             | -     | -     | d210    | 0x0204 | 0x0206 | 1A05  | 1A05   | -             | 1A05  | 1A05   | -
      brine_pump_on              | -     | -     | d218    | 0x01FD | 0x01FF | 1A04  | 1A04   | 1A04          | 1A04  | 1A04   | 1A04
      priority                   | 31029 | 43086 | i1      | -      | -      | -     | -      | -             | -     | -      | -
      reversing_valve            | 32197 | -     | -       | 0x0205 | 0x0207 | 1A07  | 1A07   | 1A07          | 1A07  | 1A07   | 1A07
      defrost_active             | 31806 | -     | -       | -      | -      | -     | -      | -             | -     | -      | -
      alarm_active               | 32196 | -     | d66     | 0x0206 | 0x0208 | 1A20  | -      | 1A20          | 1A20  | -      | 1A20
      alarm_code                 | 31976 | 45001 | -       | -      | -      | -     | 2A20   | 2A91          | -     | 2A20   | 2A91
      alarm_last_code            | -     | -     | -       | -      | -      | BA91  | -      | -             | BA91  | -      | -
      alarm_reset                | 40023 | 45171 | c3      | -      | -      | 12F2  | 22F2   | -             | -     | -      | -
      operating_mode             | 40238 | 47137 | h0      | -      | -      | -     | 2201   | 2201          | -     | 2201   | 2201
      heat_curve                 | 40027 | 47007 | -       | 0x0000 | 0x0000 | 2205  | 2205   | 0205          | 2205  | 2205   | 0205
      heat_curve_offset          | 40031 | 47011 | -       | 0x0001 | 0x0001 | 0207  | 2207   | -             | 0207  | 2207   | -
      room_setpoint              | 40207 | 47398 | h5      | 0x0021 | 0x0021 | 0203  | 0203   | 0203          | 0203  | 0203   | 0203
      hot_water_mode             | 40057 | 47041 | -       | -      | -      | -     | 2213   | -             | -     | 2213   | -
      hot_water_start            | 40060 | 47044 | h22     | 0x0073 | 0x0074 | -     | -      | 0212          | -     | -      | 0212
      hot_water_stop             | 40064 | 47048 | h23     | 0x0074 | 0x0075 | 0208  | -      | 0208          | 0208  | -      | 0208
      max_add_heat               | 40103 | 47212 | -       | -      | -      | -     | 9226   | -             | -     | 9226   | -
      sg_ready_state             | 31912 | 44874 | -       | -      | -      | -     | -      | -             | -     | -      | -
      """;

  @ParameterizedTest
  @CsvSource({
    "nibe-s1255, S",
    "nibe-s1256, S",
    "nibe-s735, S",
    "nibe-f1255, F",
    "nibe-f1245, F",
    "nibe-f750, F",
    "thermia-genesis-inverter, Genesis",
    "thermia-genesis-mega, Genesis",
    "ivt-rego600, 600",
    "ivt-rego636, 636",
    "ivt-rego637, 600",
    "husdata-h1-ivt, H-IVT",
    "husdata-h1-nibe, H-NIBE",
    "husdata-h1-thermia, H-Thermia",
    "husdata-h66-ivt, 6-IVT",
    "husdata-h66-nibe, 6-NIBE",
    "husdata-h66-thermia, 6-Thermia"
  })
  void everyMetricIsCarriedByTheRegisterThatMeansIt(String model, String column) {
    RegisterMap map = Shipped.map(model);
    Map<Metric, RegisterId> expected = column(column);
    expected.values().removeIf(id -> map.find(id).isEmpty());
    assertThat(map.metrics()).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void everyMetricIsInTheTable() {
    assertThat(lines().skip(1).map(line -> line.getFirst()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Metric.values()).map(Metric::key).toList());
  }

  private static Map<Metric, RegisterId> column(String name) {
    int column = lines().findFirst().orElseThrow().indexOf(name);
    Map<Metric, RegisterId> registers = new EnumMap<>(Metric.class);
    lines()
        .skip(1)
        .filter(line -> !line.get(column).equals("-"))
        .forEach(
            line ->
                registers.put(
                    Metric.of(line.getFirst()).orElseThrow(), new RegisterId(line.get(column))));
    return registers;
  }

  private static Stream<List<String>> lines() {
    return TABLE.lines().map(line -> Arrays.stream(line.split("[|]")).map(String::strip).toList());
  }
}
