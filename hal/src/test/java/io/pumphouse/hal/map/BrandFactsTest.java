package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Wiring.Parity;
import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Unit;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts about the other brands and families, copied by hand from the sources named in the maps. */
class BrandFactsTest {
  @ParameterizedTest
  @CsvSource({
    "nibe-s1256, 30002, input, 1, s16, 0.1, °C, r",
    "nibe-s735, 33824, input, 3823, u32, 0.1, kWh, r",
    "nibe-s735, 40089, holding, 88, s16, 1, Hz, rw",
    "nibe-f1245, 40004, holding, 3, s16, 0.1, °C, r",
    "nibe-f750, 43136, holding, 3135, u16, 0.1, Hz, r",
    "ivt-rego600, 0x0209, system, 521, s16, 0.1, °C, r",
    "ivt-rego600, 0x01FE, system, 510, u16, 1, 0/1, r",
    "ivt-rego600, 0x0048, system, 72, u16, 1, h, r",
    "ivt-rego600, 0x0000, system, 0, s16, 0.1, step, rw",
    "ivt-rego600, panel-0x0016, panel, 22, u16, 1, 0/1, r",
    "ivt-rego600, 0x006E, system, 110, s16, 0.1, °C, r",
    "ivt-rego636, 0x020B, system, 523, s16, 0.1, °C, r",
    "ivt-rego636, 0x0048, system, 72, u16, 1, h, r",
    "ivt-rego637, 0x020A, system, 522, s16, 0.1, °C, r",
    "husdata-h1-ivt, 0107, gateway, 263, s16, 0.1, °C, r",
    "husdata-h1-ivt, BA91, gateway, 47761, u16, 0.1, code, r",
    "husdata-h1-ivt, 1A01, gateway, 6657, u16, 1, 0/1, r",
    "husdata-h1-nibe, 8105, gateway, 33029, s16, 0.1, °C·min, r",
    "husdata-h1-thermia, 6C60, gateway, 27744, u16, 1, h, r",
    "husdata-h66-ivt, 6C55, gateway, 27733, u32, 0.1, h, r",
    "husdata-h66-ivt, 6C56, gateway, 27734, u32, 0.1, h, r",
    "husdata-h66-ivt, 0203, gateway, 515, s16, 0.1, °C, rw",
    "husdata-h66-nibe, BC61, gateway, 48225, u32, 0.1, count, r",
    "husdata-h66-thermia, CFAA, gateway, 53162, u32, 0.001, kW, r"
  })
  void registersAreWhereTheSourcesSay(
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

  /** The worked examples of the Rego protocol and Husdata's lines. */
  @ParameterizedTest
  @CsvSource({
    "ivt-rego600, 0x0209, 293, 29.3",
    "ivt-rego600, 0x020A, -38, -3.8",
    "ivt-rego600, 0x0048, 33595, 33595",
    "ivt-rego600, 0x0000, 27, 2.7",
    "husdata-h1-ivt, 0107, 440, 44.0",
    "husdata-h1-ivt, BA91, 210, 21.0",
    "husdata-h66-ivt, 6C56, 107260, 10726",
    "husdata-h66-ivt, 6C58, 11930, 1193",
    "husdata-h66-ivt, BA91, 210, 21",
    "husdata-h66-ivt, 2205, 19, 1.9",
    "nibe-f1245, 40004, -38, -3.8"
  })
  void whatWasSeenIsAValue(String model, String id, long raw, String value) {
    Register register = register(model, id);
    assertThat(judge(model, id, raw)).isInstanceOf(Reading.class);
    assertThat(register.decimal(raw)).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "ivt-rego600, 0x020C, -483",
    "ivt-rego636, 0x0215, -483",
    "husdata-h1-ivt, 0008, -483",
    "husdata-h1-ivt, 0008, -490",
    "husdata-h1-nibe, 0008, 32758",
    "husdata-h66-ivt, 0002, -483",
    "husdata-h66-nibe, 0008, 32758",
    "husdata-h1-nibe, 4101, 0",
    "nibe-s1256, 30002, -32768",
    "nibe-s735, 30051, 0",
    "nibe-f750, 40083, 0"
  })
  void whatIsSaidForNoSensorIsMissing(String model, String id, long raw) {
    assertThat(judge(model, id, raw)).isInstanceOf(Missing.class);
  }

  @ParameterizedTest
  @CsvSource({
    "nibe-s1256, 30002, 601",
    "nibe-f750, 40018, 1801",
    "ivt-rego637, 0x020A, 601",
    "ivt-rego600, 0x01FE, 2",
    "husdata-h1-thermia, 0007, 32758",
    "husdata-h66-ivt, BA91, 21",
    "husdata-h66-ivt, 1A01, 10",
    "husdata-h66-nibe, 2201, 1"
  })
  void whatCannotBeTrueIsInvalid(String model, String id, long raw) {
    assertThat(judge(model, id, raw)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nibe-f1255", "nibe-f1245", "nibe-f750"})
  void whatIsUnsureAboutModbus40IsToBeFoundOut(String model) {
    assertThat(Shipped.map(model).model().offsets()).containsExactly(0, 40000, 40001);
    assertThat(Shipped.map(model).model().quirks()).containsExactlyInAnyOrder(Quirk.values());
    assertThat(Shipped.map(model).find(new RegisterId("48852"))).isPresent();
    Register outdoor = register(model, "40004");
    assertThat(Shipped.map(model).model().offsets())
        .map(offset -> Shipped.map(model).model().addressOf(outdoor, offset))
        .containsExactly(3, 40003, 40004);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nibe-s1255", "ivt-rego600", "ivt-rego636", "husdata-h1-ivt"})
  void whereTheSourcesAgreeThereIsNothingToFindOut(String model) {
    assertThat(Shipped.map(model).model().offsets()).containsExactly(0);
    assertThat(Shipped.map(model).model().quirks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0x0209, 523",
    "0x01FD, 511",
    "0x0213, 533",
    "0x006E, 110",
    "0x0048, 72",
    "0x0000, 0"
  })
  void onA637OnlySensorsAndOutputsMayBeShifted(String id, int shifted) {
    Model model = Shipped.map("ivt-rego637").model();
    Register register = register("ivt-rego637", id);
    assertThat(model.offsets()).containsExactly(0, 2);
    assertThat(model.addressOf(register, 0)).isEqualTo(register.address());
    assertThat(model.addressOf(register, 2)).isEqualTo(shifted);
  }

  @ParameterizedTest
  @CsvSource({
    "nibe-f1255, 9600, NONE",
    "thermia-genesis-mega, 19200, EVEN",
    "ivt-rego637, 19200, NONE",
    "husdata-h1-nibe, 19200, NONE"
  })
  void serialLinesAreSetUpAsTheMakerDoes(String model, int baud, Parity parity) {
    assertThat(Shipped.map(model).model().serial()).isEqualTo(new SerialHabit(baud, parity, 1));
  }

  @Test
  void aRegoIsAskedAtItsOwnPace() {
    assertThat(Shipped.map("ivt-rego600").model().pause()).isEqualTo(Duration.ofMillis(80));
    assertThat(Shipped.map("ivt-rego600").model().answerWithin()).isEqualTo(Duration.ofSeconds(4));
  }

  /** 45001 is forced control on an S, and the alarm number on an F. */
  @Test
  void oneNumberMeansTwoThingsInTwoFamilies() {
    assertThat(Shipped.map("nibe-f1245").find(Metric.ALARM_CODE))
        .contains(register("nibe-f1245", "45001"));
    assertThat(Shipped.map("nibe-s1256").metricOf(new RegisterId("45001"))).isEmpty();
  }

  @Test
  void theLastAlarmIsNotTheOneNow() {
    RegisterMap ivt = Shipped.map("husdata-h1-ivt");
    assertThat(ivt.metricOf(new RegisterId("BA91"))).contains(Metric.ALARM_LAST_CODE);
    assertThat(ivt.metricOf(new RegisterId("1A20"))).contains(Metric.ALARM_ACTIVE);
    assertThat(ivt.find(Metric.ALARM_CODE)).isEmpty();
  }

  @Test
  void anIvtIsResetByWritingZero() {
    Register reset = Shipped.map("husdata-h1-ivt").find(Metric.ALARM_RESET).orElseThrow();
    assertThat(reset.access()).isEqualTo(new Access.Within(0, 0));
  }

  /** What one step of the energy counter is worth nobody says, and how a setting is told, two. */
  @ParameterizedTest
  @ValueSource(strings = {"husdata-h66-ivt", "husdata-h66-nibe", "husdata-h66-thermia"})
  void whatIsDisputedAboutAnH66IsNeitherCountedNorWritten(String model) {
    RegisterMap map = Shipped.map(model);
    assertThat(register(model, "5FAB").unit()).isEqualTo(Unit.NONE);
    assertThat(map.find(Metric.TOTAL_ELECTRICITY)).isEmpty();
    assertThat(map.registers()).noneMatch(Register::isWritable);
  }

  @ParameterizedTest
  @CsvSource({
    "husdata-h66-ivt, 10 30 40",
    "husdata-h66-nibe, 00 10 30",
    "husdata-h66-thermia, 00 10 30 40"
  })
  void anH66OfAnotherPumpIsKnownByItsCable(String model, String codes) {
    assertThat(Shipped.map(model).model().otherCables())
        .containsExactlyInAnyOrder(codes.split(" ", -1));
  }

  private static Register register(String model, String id) {
    return Shipped.map(model).find(new RegisterId(id)).orElseThrow();
  }

  private static Sample judge(String model, String id, long raw) {
    return register(model, id).judge(raw, new Moment(Instant.EPOCH, Duration.ZERO));
  }
}
