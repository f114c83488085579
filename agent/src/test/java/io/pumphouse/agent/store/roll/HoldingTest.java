package io.pumphouse.agent.store.roll;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Extremes;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Times in seconds after the beginning of the range, which is 1,000 s after boot. */
final class HoldingTest {
  private static final long RANGE = 10_000;
  private static final int SERIES = 7;

  private final Tally tally = new Tally(new EvenRuler(0, RANGE * 1_000, 1));
  private final Holding holding = new Holding(tally, 0, RANGE * 1_000);

  @Test
  void nothingHeardIsNothingKnown() {
    assertThat(extremes()).isEmpty();
  }

  @Test
  void loneValueIsItsOwnMean() {
    value(5, 21);

    assertThat(extremes()).contains(new Extremes(21, 21, 21));
  }

  @Test
  void valuesWeighAsLongAsTheyHold() {
    value(0, 10);
    value(30, 40); // 10 held 30 s
    nothing(40); // 40 held 10 s

    assertThat(extremes()).contains(new Extremes(10, (10 * 30 + 40 * 10) / 40.0, 40));
  }

  @Test
  void lastValueHoldsThreeDistances() {
    value(0, 0);
    value(10, 100); // 0 held 10 s, 100 holds 30 s

    assertThat(extremes()).contains(new Extremes(0, 75, 100));
  }

  @Test
  void valueBeforeGapHoldsThreeDistancesAndTheGapWeighsNothing() {
    value(0, 0);
    value(10, 100);
    value(5_000, 0); // 100 held 30 s
    nothing(5_010); // 0 held 10 s

    assertThat(extremes()).contains(new Extremes(0, 100 * 30 / 50.0, 100));
  }

  @Test
  void sampleWithoutValueEndsTheOneBefore() {
    value(0, 0);
    value(10, 100);
    nothing(15); // 100 held 5 s
    value(20, 0);
    nothing(25); // 0 held 5 s

    assertThat(extremes()).contains(new Extremes(0, 100 * 5 / 20.0, 100));
  }

  @Test
  void valuesOutsideTheRangeDoNotCount() {
    value(-1, -500);
    value(0, 10);
    value(RANGE - 1, 20);
    value(RANGE, 900);

    assertThat(extremes())
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

    assertThat(extremes()).contains(new Extremes(0, 50, 100));
  }

  @Test
  void setWallClockDoesNotChangeHowLongAValueHeld() {
    holding.value(SERIES, "boot", 0, 1_000_000, 0);
    holding.value(SERIES, "boot", 5_000_000, 1_010_000, 100); // 10 s later, clock set ahead
    holding.nothing(SERIES, "boot", 5_010_000, 1_020_000);

    assertThat(extremes()).contains(new Extremes(0, 50, 100));
  }

  @Test
  void betweenTwoBootsTheWallClockTells() {
    holding.value(SERIES, "one", 0, 900_000_000, 0);
    holding.value(SERIES, "one", 60_000, 900_060_000, 0);
    holding.value(SERIES, "two", 120_000, 5_000, 100);
    holding.nothing(SERIES, "two", 180_000, 65_000);

    assertThat(extremes()).contains(new Extremes(0, 100 * 60 / 180.0, 100));
  }

  private void value(long second, long raw) {
    holding.value(SERIES, "boot", second * 1_000, 1_000_000 + second * 1_000, raw);
  }

  private void nothing(long second) {
    holding.nothing(SERIES, "boot", second * 1_000, 1_000_000 + second * 1_000);
  }

  private Optional<Extremes> extremes() {
    holding.end();
    return tally.curve(SERIES).map(all -> new Extremes(all.lowest(0), all.mean(0), all.highest(0)));
  }
}
