package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts copied by hand from the sources named in the maps; a slip in making a map shows here. */
class MapFactsTest {
  private static final String S = "nibe-s1255";
  private static final String F = "nibe-f1255";
  private static final String INVERTER = "thermia-genesis-inverter";
  private static final String MEGA = "thermia-genesis-mega";

  @ParameterizedTest
  @CsvSource({
    S + ", 30002, input, 1, s16, 0.1, °C, r",
    S + ", 30051, input, 50, u32, 0.1, A, r",
    S + ", 31047, input, 1046, u16, 0.1, Hz, r",
    S + ", 31976, input, 1975, s16, 1, code, r",
    S + ", 32306, input, 2305, u32, 0.01, kW, r",
    S + ", 33824, input, 3823, u32, 0.1, kWh, r",
    S + ", 30583, input, 582, u16, 1, s, r",
    S + ", 40012, holding, 11, s32, 0.1, °C·min, rw",
    S + ", 40031, holding, 30, s8, 1, step, rw",
    S + ", 45001, holding, 5000, u8, 1, '', r",
    F + ", 40004, holding, 3, s16, 0.1, °C, r",
    F + ", 43005, holding, 3004, s16, 0.1, °C·min, rw",
    F + ", 43416, holding, 3415, s32, 1, count, r",
    F + ", 43431, holding, 3430, u8, 1, code, r",
    F + ", 44300, holding, 4299, u32, 0.1, kWh, r",
    F + ", 47007, holding, 7006, s8, 1, step, rw",
    INVERTER + ", i13, input, 13, s16, 0.01, °C, r",
    INVERTER + ", i48, input, 48, u32, 1, h, r",
    INVERTER + ", i83, input, 83, u32, 1, kWh, r",
    INVERTER + ", i121, input, 121, s16, 0.1, °C, r",
    INVERTER + ", i127, input, 127, s16, 0.01, '', r",
    INVERTER + ", d199, discrete, 199, bit, 1, 0/1, r",
    INVERTER + ", c3, coil, 3, bit, 1, code, rw",
    INVERTER + ", h5, holding, 5, s16, 0.01, °C, rw",
    MEGA + ", d86, discrete, 86, bit, 1, 0/1, r",
    MEGA + ", i7, input, 7, s16, 0.01, °C, r"
  })
  void registersAreWhereTheMakerSays(
      String model,
      String id,
      String space,
      int address,
      String type,
      String scale,
      String unit,
      String access) {
    Register register = register(model, id);
    assertThat(register.space().word()).isEqualTo(space);
    assertThat(register.address()).isEqualTo(address);
    assertThat(register.type().word()).isEqualTo(type);
    assertThat(register.scale()).isEqualByComparingTo(scale);
    assertThat(register.unit().symbol()).isEqualTo(unit);
    assertThat(register.isSetting()).isEqualTo(access.equals("rw"));
  }

  @ParameterizedTest
  @CsvSource({
    S + ", outdoor_temp, 30002",
    S + ", return_temp, 30008",
    S + ", current_l1, 30051",
    S + ", current_l3, 30047",
    S + ", total_heat, 33822",
    S + ", degree_minutes, 40012",
    F + ", outdoor_temp, 40004",
    F + ", current_l1, 40083",
    F + ", compressor_on, 43435",
    F + ", degree_minutes, 43005",
    INVERTER + ", alarm_active, d66",
    INVERTER + ", condenser_in, i8",
    INVERTER + ", room_setpoint, h5",
    INVERTER + ", total_electricity, i83",
    MEGA + ", compressor_hours, i48"
  })
  void metricsAreCarriedByTheRegisterThatMeansThem(String model, String metric, String id) {
    assertThat(Shipped.map(model).metrics())
        .containsEntry(Metric.valueOf(metric.toUpperCase(Locale.ROOT)), new RegisterId(id));
  }

  /** A sum, a comparison, a step or a disputed unit is not a metric. */
  @ParameterizedTest
  @CsvSource({
    S + ", condenser_in",
    F + ", total_heat",
    F + ", alarm_active",
    F + ", supply_pump_on",
    INVERTER + ", return_temp",
    INVERTER + ", add_heat_power",
    INVERTER + ", compressor_power",
    INVERTER + ", low_pressure",
    MEGA + ", total_electricity"
  })
  void whatNoSingleRegisterCarriesIsLeftOut(String model, String metric) {
    assertThat(Shipped.map(model).metrics())
        .doesNotContainKey(Metric.valueOf(metric.toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @CsvSource({
    S + ", LOW_FIRST, 20, PT0S, PT1S, 1",
    F + ", LOW_FIRST, 20, PT1S, PT2.1S, 2",
    INVERTER + ", HIGH_FIRST, 16, PT0.1S, PT1S, 2",
    MEGA + ", HIGH_FIRST, 16, PT0.1S, PT1S, 2"
  })
  void modelsWantToBeAskedAsTheMakerSays(
      String id,
      WordOrder wordOrder,
      int registers,
      Duration pause,
      Duration answerWithin,
      int exceptionForAbsent) {
    Model model = Shipped.map(id).model();
    assertThat(model.wordOrder()).isEqualTo(wordOrder);
    assertThat(model.registersPerRequest()).isEqualTo(registers);
    assertThat(model.pause()).isEqualTo(pause);
    assertThat(model.answerWithin()).isEqualTo(answerWithin);
    assertThat(model.exceptionForAbsent()).isEqualTo(exceptionForAbsent);
  }

  @ParameterizedTest
  @CsvSource({S + ", 100", "nibe-s1256, 100", "nibe-s735, 100", F + ", 0", INVERTER + ", 0"})
  void onlyNibeSLimitsRegistersPerSecond(String id, int limit) {
    assertThat(Shipped.map(id).model().registersPerSecond()).isEqualTo(limit);
  }

  @Test
  void modelsAreWiredAsTheMakerBuildsThem() {
    assertThat(Shipped.map(S).model().wires()).containsOnly(Wire.TCP);
    // From its RS-485 to a network leads a box, transparent or converting.
    assertThat(Shipped.map(F).model().wires()).containsOnly(Wire.RTU, Wire.RTU_OVER_TCP, Wire.TCP);
    assertThat(Shipped.map(MEGA).model().wires())
        .containsOnly(Wire.TCP, Wire.RTU, Wire.RTU_OVER_TCP);
  }

  @ParameterizedTest
  @CsvSource({
    S + ", 30002, -38",
    S + ", 30002, 600",
    S + ", 33824, 123456789",
    F + ", 40004, -600",
    INVERTER + ", i12, 3512",
    INVERTER + ", i13, -1850"
  })
  void whatAPumpTrulySaysIsAValue(String model, String id, long raw) {
    assertThat(judge(model, id, raw)).isInstanceOf(Reading.class);
  }

  @ParameterizedTest
  @CsvSource({
    S + ", 30002, -32768",
    S + ", 31101, 255",
    S + ", 31047, 65535",
    S + ", 33824, 4294967295",
    S + ", 40012, -2147483648",
    S + ", 30051, 0",
    F + ", 40004, -32768",
    F + ", 40079, 0",
    INVERTER + ", i13, 32767",
    INVERTER + ", i12, 20000",
    INVERTER + ", i72, 0",
    INVERTER + ", i83, 0"
  })
  void whatThePumpSaysForNoSensorIsMissing(String model, String id, long raw) {
    assertThat(judge(model, id, raw)).isInstanceOf(Missing.class);
  }

  @ParameterizedTest
  @CsvSource({S + ", 30002, 601", S + ", 31101, 2", F + ", 40018, 1801", INVERTER + ", i13, 20000"})
  void whatCannotBeTrueIsInvalid(String model, String id, long raw) {
    assertThat(judge(model, id, raw)).isInstanceOf(Invalid.class);
  }

  /** NIBE's F list also names inverter state 32260, whose address on MODBUS 40 nobody knows. */
  @Test
  void aRegisterWithoutAnAddressIsLeftOut() {
    assertThat(Shipped.map(F).find(new RegisterId("32260"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"discrete 199", "discrete 201-202", "holding 116", "input 0-174"})
  void aRequestToAnInverterStaysBetweenTheHoles(String range) {
    assertThat(Shipped.map(INVERTER).model().readable())
        .extracting(AddressRange::toString)
        .contains(range);
  }

  private static Register register(String model, String id) {
    return Shipped.map(model).find(new RegisterId(id)).orElseThrow();
  }

  private static Sample judge(String model, String id, long raw) {
    return register(model, id).judge(raw, new Moment(Instant.EPOCH, Duration.ZERO));
  }
}
