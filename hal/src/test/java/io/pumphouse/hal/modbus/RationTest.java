package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RationTest {
  private static final long SECOND = 1_000_000_000;

  private final Ration ration = new Ration(100);

  private record Burst(long at, int registers) {}

  @Test
  void aWholeSecondsRationMayComeAtOnce() {
    for (int i = 0; i < 5; i++) {
      assertThat(ration.notBefore(20, i)).isEqualTo(i);
      ration.spend(20, i);
    }
    assertThat(ration.notBefore(1, 5)).isEqualTo(SECOND);
  }

  @Test
  void whatWasSpentFirstComesBackFirst() {
    ration.spend(60, 0);
    ration.spend(40, 7);
    assertThat(ration.notBefore(60, 8)).isEqualTo(SECOND);
    assertThat(ration.notBefore(61, 8)).isEqualTo(SECOND + 7);
  }

  @Test
  void moreThanARationAtOnceWaitsUntilNothingIsSpent() {
    ration.spend(10, 5);
    assertThat(ration.notBefore(120, 6)).isEqualTo(SECOND + 5);
    assertThat(ration.notBefore(120, SECOND + 5)).isEqualTo(SECOND + 5);
  }

  @Test
  void withoutALimitNothingWaits() {
    Ration free = new Ration(0);
    free.spend(1_000, 3);
    assertThat(free.notBefore(1_000, 4)).isEqualTo(4);
  }

  @Test
  void noSecondOfAnyKindHoldsMoreThanTheRation() {
    Random dice = new Random(100);
    List<Burst> bursts = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 5_000; i++) {
      int registers = 1 + dice.nextInt(20);
      now = Math.max(now + dice.nextInt(30_000_000), ration.notBefore(registers, now));
      ration.spend(registers, now);
      bursts.add(new Burst(now, registers));
    }
    for (Burst last : bursts) {
      int inItsSecond =
          bursts.stream()
              .filter(burst -> burst.at <= last.at && last.at - burst.at < SECOND)
              .mapToInt(Burst::registers)
              .sum();
      assertThat(inItsSecond).isLessThanOrEqualTo(100);
    }
    assertThat(bursts.stream().mapToInt(Burst::registers).sum() * (double) SECOND / now)
        .as("registers a second")
        .isGreaterThan(80);
  }
}
