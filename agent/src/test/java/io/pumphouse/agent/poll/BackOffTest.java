package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.pump.Link;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackOffTest {
  private static final Link SILENT = new Link.Silent("no answer", "look at the cable");
  private static final Link DOWN = new Link.Down("no port", "plug it in");

  private final BackOff backOff = new BackOff();

  @Test
  void anAnsweringPumpIsNeverLeftAlone() {
    assertThat(backOff.after(new Link.Up())).isZero();
  }

  @Test
  void aSilentPumpIsLeftAloneTwoSecondsLongerEachTime() {
    assertThat(backOff.after(SILENT)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backOff.after(SILENT)).isEqualTo(Duration.ofSeconds(4));
    assertThat(backOff.after(SILENT)).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void fiveMinutesIsTheLongest() {
    assertThat(afterMany(SILENT)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aMissingPortIsLookedForEveryThirtySecondsAtLeast() {
    assertThat(afterMany(DOWN)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void oneAnswerEndsIt() {
    afterMany(SILENT);
    backOff.after(new Link.Up());
    assertThat(backOff.after(SILENT)).isEqualTo(Duration.ofSeconds(2));
  }

  private Duration afterMany(Link link) {
    Duration last = Duration.ZERO;
    for (int i = 0; i < 1000; i++) {
      last = backOff.after(link);
    }
    return last;
  }
}
