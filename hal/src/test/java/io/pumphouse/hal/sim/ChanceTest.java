package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
  private final Chance chance = new Chance(1, "anything");

  @Test
  void sameSeedSubjectAndIndexGiveTheSameNumber() {
    assertThat(new Chance(1, "anything").uniform(42)).isEqualTo(chance.uniform(42));
  }

  @Test
  void subjectsDoNotMoveTogether() {
    assertThat(new Chance(1, "something else").uniform(42)).isNotEqualTo(chance.uniform(42));
  }

  @Test
  void uniformIsSpreadEvenlyFromZeroToOne() {
    var spread = LongStream.range(0, 10_000).mapToDouble(chance::uniform).summaryStatistics();

    assertThat(spread.getAverage()).isCloseTo(0.5, within(0.02));
    assertThat(spread.getMin()).isBetween(0.0, 0.01);
    assertThat(spread.getMax()).isBetween(0.99, 1.0).isLessThan(1);
  }

  @Test
  void bellHasMeanZeroAndDeviationOne() {
    double mean = LongStream.range(0, 10_000).mapToDouble(chance::bell).average().orElseThrow();
    double square =
        LongStream.range(0, 10_000)
            .mapToDouble(chance::bell)
            .map(each -> each * each)
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(0, within(0.05));
    assertThat(square).isCloseTo(1, within(0.05));
  }

  @Test
  void driftPassesThroughTheBellsAndDoesNotJumpBetweenThem() {
    assertThat(chance.drift(-3)).isEqualTo(chance.bell(-3));
    for (double at = -5; at < 5; at += 0.01) {
      assertThat(chance.drift(at + 0.01)).isCloseTo(chance.drift(at), within(0.15));
    }
  }
}
