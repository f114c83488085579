package io.pumphouse.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AgeTest {
  @Test
  void aCardSaysItCalmly() {
    assertThat(Age.coarse(Tongue.ENGLISH, Duration.ZERO)).isEqualTo("just now");
    assertThat(Age.coarse(Tongue.ENGLISH, Duration.ofMillis(9_999))).isEqualTo("just now");
    assertThat(Age.coarse(Tongue.ENGLISH, Duration.ofSeconds(10))).isEqualTo("10\u00a0s ago");
    assertThat(Age.coarse(Tongue.ENGLISH, Duration.ofSeconds(59))).isEqualTo("50\u00a0s ago");
    assertThat(Age.coarse(Tongue.ENGLISH, Duration.ofMinutes(3))).isEqualTo("3\u00a0min ago");
  }

  @Test
  void theHeaderSaysItToTheSecondAtFirst() {
    assertThat(Age.exact(Duration.ofSeconds(-1))).isEqualTo("0\u00a0s");
    assertThat(Age.exact(Duration.ofSeconds(119))).isEqualTo("119\u00a0s");
    assertThat(Age.exact(Duration.ofMinutes(2))).isEqualTo("2\u00a0min");
    assertThat(Age.exact(Duration.ofMinutes(119))).isEqualTo("119\u00a0min");
    assertThat(Age.exact(Duration.ofHours(47))).isEqualTo("47\u00a0h");
    assertThat(Age.exact(Duration.ofDays(2))).isEqualTo("2\u00a0d");
  }
}
