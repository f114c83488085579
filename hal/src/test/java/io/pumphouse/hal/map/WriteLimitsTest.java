package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How far a setting may be written: what maps say, and what they may not say. */
class WriteLimitsTest {
  private static final String ROOM = "t3,holding,3,s16,0.1,°C,rw,-10,60,%s,%s,,,Room,manual";

  static Stream<RegisterMap> maps() {
    return ShippedMapsTest.maps();
  }

  @ParameterizedTest
  @MethodSource("maps")
  void whatMayBeWrittenLiesWithinWhatIsBelievedWhenRead(RegisterMap map) {
    for (Register register : map.registers()) {
      if (register.access() instanceof Access.Within(long lowest, long highest)) {
        assertThat(lowest)
            .as("write_min of %s", register.id())
            .isGreaterThanOrEqualTo(register.lowest());
        assertThat(highest)
            .as("write_max of %s", register.id())
            .isLessThanOrEqualTo(register.highest());
      }
    }
  }

  /** The whole range of a type is what a maker's tool prints who has no limit. */
  @ParameterizedTest
  @MethodSource("maps")
  void limitsOfWordsAreNarrowerThanTheirType(RegisterMap map) {
    assertThat(map.registers())
        .filteredOn(register -> !register.space().isBits())
        .extracting(Register::access)
        .doesNotContain(new Access.Within(0, 0xFF), new Access.Within(0, 0xFFFF));
  }

  @ParameterizedTest
  @MethodSource("maps")
  void aResetButtonTakesOneNumber(RegisterMap map) {
    assertThat(map.find(Metric.ALARM_RESET).stream())
        .allMatch(
            button ->
                button.access() instanceof Access.Within(long lowest, long highest)
                    && lowest == highest);
  }

  /** Each is believable up to 60 °C, and nobody may ask for that. */
  @ParameterizedTest
  @CsvSource({"nibe-s1255, 50, 300", "nibe-f1255, 50, 300", "nibe-f750, 50, 300"})
  void aRoomIsAskedForAsTheMakerLetsIt(String model, long lowest, long highest) {
    assertThat(room(model).access()).isEqualTo(new Access.Within(lowest, highest));
  }

  @ParameterizedTest
  @CsvSource({
    "thermia-genesis-inverter",
    "thermia-genesis-mega",
    "ivt-rego600",
    "ivt-rego636",
    "ivt-rego637",
    "husdata-h1-ivt",
    "husdata-h1-nibe",
    "husdata-h1-thermia",
    "husdata-h66-ivt",
    "husdata-h66-nibe",
    "husdata-h66-thermia"
  })
  void aRoomIsOnlyReadWhereTheMakersLimitsAreNotKnown(String model) {
    assertThat(room(model).access()).isEqualTo(new Access.LimitsUnknown());
    assertThat(room(model).isSetting()).isTrue();
    assertThat(room(model).isWritable()).isFalse();
  }

  @Test
  void aSwitchHasTwoPositions() {
    assertThat(
            Shipped.map("thermia-genesis-mega").find(new RegisterId("c9")).orElseThrow().access())
        .isEqualTo(new Access.Within(0, 1));
  }

  @Test
  void aSettingMayHaveLimitsOrNone() {
    assertThat(problems(ROOM.formatted("5", "30"))).isEmpty();
    assertThat(problems(ROOM.formatted("", ""))).isEmpty();
  }

  @Test
  void oneLimitIsNone() {
    assertThat(problems(ROOM.formatted("5", "")))
        .isEqualTo("write_max \"\": give both limits, or neither");
    assertThat(problems(ROOM.formatted("", "30")))
        .isEqualTo("write_min \"\": give both limits, or neither");
  }

  @Test
  void aLimitLiesWithinWhatIsBelievable() {
    assertThat(problems(ROOM.formatted("5", "60.1")))
        .isEqualTo(
            "write_max \"60.1\": use a number from -10.0 to 60.0 in steps of 0.1, or leave it empty");
  }

  @Test
  void theLowestIsNotAboveTheHighest() {
    assertThat(problems(ROOM.formatted("30", "5")))
        .isEqualTo("write_min \"30\": it is above write_max \"5\"; correct or empty the two");
  }

  @Test
  void whatIsOnlyReadHasNoLimitsForWriting() {
    assertThat(problems(ROOM.formatted("5", "30").replace(",rw,", ",r,")))
        .startsWith("write_min \"5\": what is only read has no limits for writing");
  }

  private static Register room(String model) {
    return Shipped.map(model).find(Metric.ROOM_SETPOINT).orElseThrow();
  }

  /** The problems of the sound map with this row more, without their place. */
  private static String problems(String row) {
    String map = UserMap.TEXT.replace("# pause", "# readable: holding 0-9\n# pause");
    return String.join("; ", UserMap.load(map + row)).replace("mine.csv:17: ", "");
  }
}
