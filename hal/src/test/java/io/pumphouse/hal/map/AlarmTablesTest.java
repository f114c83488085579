package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped alarm tables say, copied by hand from the lists they are from. */
class AlarmTablesTest {
  @ParameterizedTest
  @CsvSource({
    "nibe-s1255, 101, Sens flt –BT1 outd temp sensor",
    "nibe-s735, 102, Sens flt BT2",
    "nibe-f1255, 1, Sensor fault BT1",
    "nibe-f750, 14, Sensor fault BT14 (hot gas)",
    "nibe-f1245, 998, Starts / 998",
    "husdata-h1-nibe, 2, Sensor fault BT2",
    "ivt-rego600, 12, Electric cassette (additional heat)",
    "ivt-rego636, 21, Wrong phase order",
    "ivt-rego637, 1, Sensor radiator return (GT1)",
    "husdata-h1-ivt, 15, High pressure switch (HP)"
  })
  void aCodeIsTheMakersText(String model, int code, String text) {
    assertThat(alarms(model).byCode(code)).get().extracting(Alarm::text).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"nibe-s1255, 492", "nibe-f1255, 328", "ivt-rego600, 23", "husdata-h1-thermia, 0"})
  void tablesAreComplete(String model, int codes) {
    assertThat(alarms(model).codes()).hasSize(codes);
  }

  /** One number, two families, two meanings. */
  @Test
  void familiesDoNotShareCodes() {
    assertThat(alarms("nibe-s1255").byCode(163)).isNotEqualTo(alarms("nibe-f1255").byCode(163));
    assertThat(alarms("nibe-s1255").byCode(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nibe-s1255", "nibe-f1255", "ivt-rego600", "husdata-h1-ivt"})
  void zeroIsNoAlarm(String model) {
    assertThat(alarms(model).byCode(0)).isEmpty();
  }

  @Test
  void aGenesisAlarmIsABit() {
    assertThat(alarms("thermia-genesis-inverter").byBit(new RegisterId("d9")))
        .get()
        .extracting(Alarm::text)
        .isEqualTo("High Pressure Switch Alarm");
    assertThat(alarms("thermia-genesis-inverter").codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"thermia-genesis-inverter, 52, 44", "thermia-genesis-mega, 44, 52"})
  void onlyBitsThatTheModelHasAreItsAlarms(String model, String its, String notIts) {
    assertThat(alarms(model).byBit(new RegisterId("d" + its))).isPresent();
    assertThat(alarms(model).byBit(new RegisterId("d" + notIts))).isEmpty();
    assertThat(alarms(model).bits().values())
        .extracting(alarm -> new RegisterId(alarm.code()))
        .allMatch(bit -> Shipped.map(model).find(bit).isPresent());
  }

  /** A sum says that there is an alarm, a class how bad it is; neither says what is wrong. */
  @Test
  void aSumOrAClassIsNoAlarmOfItsOwn() {
    assertThat(List.of("d0", "d1", "d66"))
        .allMatch(bit -> alarms("thermia-genesis-mega").byBit(new RegisterId(bit)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "nibe-s1255, 101, A, ALARM",
    "nibe-f1255, 996, '', INFO",
    "nibe-f1255, 50, '', UNKNOWN",
    "ivt-rego600, 14, '', UNKNOWN"
  })
  void whatNobodySaidIsNotSaid(String model, int code, String category, Severity severity) {
    Alarm alarm = alarms(model).byCode(code).orElseThrow();
    assertThat(alarm.category()).isEqualTo(category);
    assertThat(alarm.severity()).isEqualTo(severity);
  }

  @Test
  void aDisputedCodeGivesBothMeanings() {
    assertThat(alarms("nibe-s1255").byCode(379))
        .get()
        .extracting(Alarm::text)
        .asString()
        .contains("AXC", "solar inverter");
  }

  @Test
  void anIndicationIsNoFault() {
    assertThat(alarms("thermia-genesis-inverter").byBit(new RegisterId("d77")))
        .get()
        .extracting(Alarm::severity)
        .isEqualTo(Severity.INFO);
  }

  private static AlarmTable alarms(String model) {
    return Shipped.map(model).alarms();
  }
}
