package io.pumphouse.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Recording.Tick;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrailTest {
  @Test
  void aValueHoldsUntilTheNextAndHighStandsHigh() {
    assertThat(Trail.of(List.of(value(-15, 10), value(-5, 20), value(5, 10))))
        .isEqualTo("M0 23H80V1H160V23H160");
  }

  @Test
  void whereThereIsNoValueTheLineIsBroken() {
    assertThat(Trail.of(List.of(value(-15, 10), gap(-10), value(-5, 20))))
        .isEqualTo("M0 23H40M80 1H81");
  }

  @Test
  void whatNeverChangesStandsInTheMiddle() {
    assertThat(Trail.of(List.of(value(-15, 7), value(0, 7)))).isEqualTo("M0 12H121");
  }

  @Test
  void withoutAValueThereIsNoLine() {
    assertThat(Trail.of(List.of(gap(-10)))).isEmpty();
  }

  private static Tick value(int minutes, long raw) {
    return new Tick.Value(Duration.ofMinutes(minutes), raw);
  }

  private static Tick gap(int minutes) {
    return new Tick.Gap(Duration.ofMinutes(minutes), "no-answer");
  }
}
