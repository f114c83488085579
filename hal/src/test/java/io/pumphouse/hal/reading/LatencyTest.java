package io.pumphouse.hal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LatencyTest {
  private static Latency of(long... millis) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(Latency.STEPS, 0L));
    Duration longest = Duration.ZERO;
    for (long each : millis) {
      Duration took = Duration.ofMillis(each);
      int step = Latency.step(took);
      counts.set(step, counts.get(step) + 1);
      longest = took.compareTo(longest) > 0 ? took : longest;
    }
    return new Latency(counts, longest);
  }

  @Test
  void stepsEndAtPowersOfTwo() {
    for (int step = 0; step < Latency.STEPS - 1; step++) {
      assertThat(Latency.step(Latency.upTo(step))).isEqualTo(step);
      assertThat(Latency.step(Latency.upTo(step).plusNanos(1))).isEqualTo(step + 1);
    }
    assertThat(Latency.step(Duration.ZERO)).isZero();
    assertThat(Latency.step(Duration.ofHours(1))).isEqualTo(Latency.STEPS - 1);
  }

  @Test
  void aShareCameWithinTheEndOfItsStep() {
    Latency latency = of(10, 20, 20, 20, 20, 20, 20, 20, 20, 300);

    assertThat(latency.within(50)).isEqualTo(Duration.ofMillis(32));
    assertThat(latency.within(90)).isEqualTo(Duration.ofMillis(32));
    assertThat(latency.within(95)).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void nothingIsSaidToHaveTakenLongerThanTheLongest() {
    assertThat(of(20).within(50)).isEqualTo(Duration.ofMillis(20));
    assertThat(of().within(50)).isZero();
    assertThat(of(20_000).within(50)).isEqualTo(Duration.ofSeconds(20));
  }
}
