package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TapsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-11T23:00:00Z");

  private final Taps taps = new Taps(1);

  @Test
  void threePeopleUseAbout165LitresADay() {
    assertThat(litres(MONDAY, 30 * 24) / 30).isBetween(130.0, 200.0);
  }

  @Test
  void nobodyShowersInTheNight() {
    assertThat(litres(MONDAY, 5)).isZero();
  }

  @Test
  void theMorningComesLaterAtTheWeekend() {
    Instant saturday = MONDAY.plusSeconds(5 * 86_400);

    assertThat(litres(MONDAY, 7)).isPositive();
    assertThat(litres(saturday, 7)).isZero();
  }

  private double litres(Instant from, int hours) {
    return IntStream.range(0, hours * 360)
        .mapToDouble(step -> taps.litresPerSecond(from.plusSeconds(10L * step)) * 10)
        .sum();
  }
}
