package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnaroundTest {
  private final Turnaround turnaround = new Turnaround();

  private void measure(int times, long millis) {
    for (int i = 0; i < times; i++) {
      turnaround.measured(Duration.ofMillis(millis));
    }
  }

  @Test
  void theFirstAnswerReplacesTheAssumption() {
    assertThat(turnaround.reckoned()).isEqualTo(Turnaround.ASSUMED);
    measure(1, 12);
    assertThat(turnaround.reckoned()).isEqualTo(Duration.ofMillis(12));
  }

  @Test
  void oneStragglerHardlyCounts() {
    measure(20, 20);
    measure(1, 2_000);
    assertThat(turnaround.reckoned()).isBetween(Duration.ofMillis(20), Duration.ofMillis(23));
  }

  @Test
  void aPumpThatBecomesSlowIsReckonedSlow() {
    measure(20, 20);
    measure(100, 400);
    assertThat(turnaround.reckoned()).isBetween(Duration.ofMillis(360), Duration.ofMillis(400));
  }

  @Test
  void jitterChangesNothing() {
    measure(20, 20);
    Duration before = turnaround.reckoned();
    measure(5, 21);
    measure(5, 19);
    assertThat(turnaround.reckoned()).isEqualTo(before);
  }

  @Test
  void noTimeIsLessThanNone() {
    measure(3, -4);
    assertThat(turnaround.reckoned()).isZero();
  }
}
