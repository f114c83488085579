package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeatherTest {
  private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

  private final Weather weather = new Weather(1);

  @Test
  void januaryIsBelowZeroAndJulyIsWarm() {
    assertThat(monthly(JANUARY, weather::celsius)).isBetween(-10.0, 1.0);
    assertThat(monthly(JULY, weather::celsius)).isBetween(13.0, 21.0);
  }

  @Test
  void afternoonIsWarmerThanNightOnAverage() {
    double night = monthly(JULY.plusSeconds(2 * 3600), 24, weather::celsius);
    double afternoon = monthly(JULY.plusSeconds(14 * 3600), 24, weather::celsius);

    assertThat(afternoon - night).isBetween(6.0, 14.0);
  }

  @Test
  void sunIsDownAtMidnightAndStrongerInSummer() {
    assertThat(weather.sunWatts(JANUARY)).isZero();
    assertThat(monthly(JULY, weather::sunWatts))
        .isGreaterThan(5 * monthly(JANUARY, weather::sunWatts));
  }

  @Test
  void everySeedHasItsOwnWeather() {
    assertThat(new Weather(2).celsius(JULY)).isNotEqualTo(weather.celsius(JULY));
    assertThat(new Weather(1).celsius(JULY)).isEqualTo(weather.celsius(JULY));
  }

  @Test
  void meanIsThatOfTheDayBefore() {
    double sum =
        IntStream.rangeClosed(1, 24)
            .mapToDouble(hour -> weather.celsius(JULY.minusSeconds(3600L * hour)))
            .sum();

    assertThat(weather.meanCelsius(JULY)).isCloseTo(sum / 24, within(1e-9));
  }

  private static double monthly(Instant from, ToDoubleFunction<Instant> of) {
    return monthly(from, 1, of);
  }

  private static double monthly(Instant from, int everyHours, ToDoubleFunction<Instant> of) {
    return IntStream.range(0, 30 * 24 / everyHours)
        .mapToObj(each -> from.plusSeconds(3600L * everyHours * each))
        .mapToDouble(of)
        .average()
        .orElseThrow();
  }
}
