package io.pumphouse.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Extremes;
import org.junit.jupiter.api.Test;

/** Times in seconds after the beginning of the range, which is 1,000 s after boot. */
final class WeightTest {
  private static final long RANGE = 10_000;
  private final Weight weight = new Weight(0, RANGE * 1_000);

  @Test
  void nothingHeardIsNothingKnown() {
    assertThat(weight.extremes()).isEmpty();
  }

  @Test
  void loneValueIsItsOwnMean() {
    value(5, 21);

    assertThat(weight.extremes()).contains(new Extremes(21, 21, 21));
  }

  @Test
  void valuesWeighAsLongAsTheyHold() {
    value(0, 10);
    value(30, 40); // 10 held 30 s
    nothing(40); // 40 held 10 s

    assertThat(weight.extremes()).contains(new Extremes(10, (10 * 30 + 40 * 10) / 40.0, 40));
  }

  @Test
  void lastValueHoldsThreeDistances() {
    value(0, 0);
    value(10, 100); // 0 held 10 s, 100 holds 30 s

    assertThat(weight.extremes()).contains(new Extremes(0, 75, 100));
  }

  @Test
  void valueBeforeGapHoldsThreeDistancesAndTheGapWeighsNothing() {
    value(0, 0);
    value(10, 100);
    value(5_000, 0); // 100 held 30 s
    nothing(5_010); // 0 held 10 s

    assertThat(weight.extremes()).contains(new Extremes(0, 100 * 30 / 50.0, 100));
  }

  @Test
  void sampleWithoutValueEndsTheOneBefore() {
    value(0, 0);
    value(10, 100);
    nothing(15); // 100 held 5 s
    value(20, 0);
    nothing(25); // 0 held 5 s

    assertThat(weight.extremes()).contains(new Extremes(0, 100 * 5 / 20.0, 100));
  }

  @Test
  void valuesOutsideTheRangeDoNotCount() {
    value(-1, -500);
    value(0, 10);
    value(RANGE - 1, 20);
    value(RANGE, 900);

    assertThat(weight.extremes())
        .hasValueSatisfying(
            found -> {
              assertThat(found.lowest()).isEqualTo(10);
              assertThat(found.highest()).isEqualTo(20);
            });
  }

  @Test
  void lastValueHoldsNoLongerThanTheRange() {
    value(RANGE - 20, 0);
    value(RANGE - 10, 100); // each 10 s

    assertThat(weight.extremes()).contains(new Extremes(0, 50, 100));
  }

  @Test
  void setWallClockDoesNotChangeHowLongAValueHeld() {
    weight.value("boot", 0, 1_000_000, 0);
    weight.value("boot", 5_000_000, 1_010_000, 100); // 10 s later, clock set ahead
    weight.nothing("boot", 5_010_000, 1_020_000);

    assertThat(weight.extremes()).contains(new Extremes(0, 50, 100));
  }

  @Test
  void betweenTwoBootsTheWallClockTells() {
    weight.value("one", 0, 900_000_000, 0);
    weight.value("one", 60_000, 900_060_000, 0);
    weight.value("two", 120_000, 5_000, 100);
    weight.nothing("two", 180_000, 65_000);

    assertThat(weight.extremes()).contains(new Extremes(0, 100 * 60 / 180.0, 100));
  }

  private void value(long second, long raw) {
    weight.value("boot", second * 1_000, 1_000_000 + second * 1_000, raw);
  }

  private void nothing(long second) {
    weight.nothing("boot", second * 1_000, 1_000_000 + second * 1_000);
  }
}
