package io.pumphouse.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.sample.Readings;
import org.junit.jupiter.api.Test;

final class ShownTest {
  private static final String NBSP = "\u00a0";

  @Test
  void aNumberHasAsManyPlacesAsTheDeviceResolves() {
    assertThat(text(Metric.SUPPLY_TEMP, "0.1", 384)).isEqualTo("38.4" + NBSP + "°C");
    assertThat(text(Metric.SUPPLY_TEMP, "0.1", 380)).isEqualTo("38.0" + NBSP + "°C");
    assertThat(text(Metric.SUPPLY_TEMP, "0.10", 380)).isEqualTo("38.0" + NBSP + "°C");
    assertThat(text(Metric.SUPPLY_TEMP, "1", 38)).isEqualTo("38" + NBSP + "°C");
    assertThat(text(Metric.COMPRESSOR_POWER, "0.001", 5)).isEqualTo("0.005" + NBSP + "kW");
    assertThat(text(Metric.COMPRESSOR_HOURS, "1E+1", 12)).isEqualTo("120" + NBSP + "h");
    assertThat(text(Metric.COMPRESSOR_HOURS, "100", 0)).isEqualTo("0" + NBSP + "h");
  }

  @Test
  void belowZeroHasATrueMinusAndZeroHasNone() {
    assertThat(text(Metric.OUTDOOR_TEMP, "0.1", -5)).isEqualTo("−0.5" + NBSP + "°C");
    assertThat(text(Metric.OUTDOOR_TEMP, "0.1", 0)).isEqualTo("0.0" + NBSP + "°C");
  }

  @Test
  void fiveDigitsAndMoreAreGrouped() {
    assertThat(text(Metric.COMPRESSOR_STARTS, "1", 9_999)).isEqualTo("9999");
    assertThat(text(Metric.COMPRESSOR_STARTS, "1", 10_000)).isEqualTo("10\u202f000");
    assertThat(text(Metric.TOTAL_HEAT, "0.1", -12_345_678))
        .isEqualTo("−1\u202f234\u202f567.8" + NBSP + "kWh");
  }

  @Test
  void aSwitchIsOnOrOff() {
    assertThat(text(Metric.COMPRESSOR_ON, "1", 0)).isEqualTo("off");
    assertThat(text(Metric.COMPRESSOR_ON, "1", 1)).isEqualTo("on");
  }

  @Test
  void theSuffixIsTheUnitAtTheEndOfTheText() {
    Shown measured = Shown.of(Readings.value(Metric.SUPPLY_TEMP, "0.1", 384));
    Shown counted = Shown.of(Readings.register("1", "code", Unit.CODE, 7));

    assertThat(measured.suffix()).isEqualTo("°C");
    assertThat(measured.figure()).isEqualTo("38.4");
    assertThat(counted.suffix()).isEmpty();
    assertThat(counted.figure()).isEqualTo("7");
  }

  @Test
  void aCodeIsFollowedByWhatItStandsFor() {
    Shown shown = Shown.of(Readings.meaning(Metric.ALARM_CODE, 51, "Low pressure"));

    assertThat(shown.text()).isEqualTo("51 Low pressure");
    assertThat(shown.figure()).isEqualTo("51");
    assertThat(shown.suffix()).isEqualTo("Low pressure");
  }

  @Test
  void whatIsNotThereIsSaidInWords() {
    assertThat(Shown.of(Readings.missing(Metric.ROOM_TEMP)))
        .isEqualTo(new Shown("missing", "", "not fitted", ""));
    assertThat(Shown.of(Readings.invalid(Metric.FLOW, new Fault.Late())))
        .isEqualTo(
            new Shown("invalid", "late", "an answer to an earlier question came instead", ""));
  }

  private static String text(Metric metric, String scale, long raw) {
    return Shown.of(Readings.value(metric, scale, raw)).text();
  }
}
