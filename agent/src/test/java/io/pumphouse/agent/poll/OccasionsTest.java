package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OccasionsTest {
  private static final RegisterId FAST = new RegisterId("fast");
  private static final RegisterId SLOW = new RegisterId("slow");
  private static final Duration FIVE = Duration.ofSeconds(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void multiplesMeetEveryTimeTheSlowerIsDue() {
    List<Occasions.Occasion> occasions = Occasions.of(Map.of(FAST, FIVE, SLOW, MINUTE));

    assertThat(occasions)
        .extracting(Occasions.Occasion::intervals)
        .containsExactly(List.of(FIVE), List.of(FIVE, MINUTE));
    assertThat(occasions.getFirst().perSecond()).isCloseTo(11 / 60.0, within(1e-9));
    assertThat(occasions.getLast().perSecond()).isCloseTo(1 / 60.0, within(1e-9));
    assertThat(occasions.getLast().registers()).containsExactlyInAnyOrder(FAST, SLOW);
  }

  @Test
  void othersMeetOncePerCommonMultiple() {
    Duration seven = Duration.ofSeconds(7);
    List<Occasions.Occasion> occasions = Occasions.of(Map.of(FAST, FIVE, SLOW, seven));

    assertThat(occasions)
        .extracting(Occasions.Occasion::intervals)
        .containsExactly(List.of(FIVE), List.of(seven), List.of(FIVE, seven));
    assertThat(occasions.getLast().perSecond()).isCloseTo(1 / 35.0, within(1e-9));
  }

  @Test
  void intervalsThatNeverMeetAreReckonedByASample() {
    Duration odd = Duration.ofNanos(60_000_000_007L);

    List<Occasions.Occasion> occasions = Occasions.of(Map.of(FAST, FIVE, SLOW, odd));

    double fast =
        occasions.stream()
            .filter(each -> each.registers().contains(FAST))
            .mapToDouble(Occasions.Occasion::perSecond)
            .sum();
    assertThat(fast).isCloseTo(0.2, within(0.001));
  }

  @Test
  void nothingToAskIsNoOccasion() {
    assertThat(Occasions.of(Map.of())).isEmpty();
  }
}
