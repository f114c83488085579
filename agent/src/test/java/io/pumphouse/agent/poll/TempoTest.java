package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class TempoTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void aBeatIsANanosecondAtFirst() {
    Tempo tempo = new Tempo(5 * SECOND);

    assertThat(tempo.beat(7 * SECOND)).isEqualTo(7 * SECOND);
    assertThat(tempo.stretch()).isEqualTo(1);
  }

  @Test
  void aStretchedIntervalTakesLongerFromNowOn() {
    Tempo tempo = new Tempo(0);
    tempo.stretch(2.5, 10 * SECOND);

    assertThat(tempo.nanos(14 * SECOND)).isEqualTo(20 * SECOND);
    assertThat(tempo.beat(20 * SECOND)).isEqualTo(14 * SECOND);
  }

  @Test
  void itIsNeverFasterThanTime() {
    Tempo tempo = new Tempo(0);
    tempo.stretch(0.1, 0);

    assertThat(tempo.beat(SECOND)).isEqualTo(SECOND);
  }

  /** Else a bus thread that waits for a beat would wake before it, again and again. */
  @Test
  void whatWasWaitedForHasCome() {
    Random random = new Random(3);
    Tempo tempo = new Tempo(random.nextLong(SECOND));
    long now = SECOND;
    for (int i = 0; i < 10_000; i++) {
      now += random.nextLong(30 * SECOND);
      tempo.stretch(1 + random.nextDouble() * 9, now);
      long beat = tempo.beat(now) + random.nextLong(300 * SECOND);
      assertThat(tempo.beat(tempo.nanos(beat))).isGreaterThanOrEqualTo(beat);
      assertThat(tempo.beat(tempo.nanos(beat) - 1)).isLessThan(beat);
    }
  }

  @Test
  void aMonthAtTheSlowestTempoIsNotTooLong() {
    Tempo tempo = new Tempo(0);
    tempo.stretch(1_000, 0);
    long month = 30 * 86_400 * SECOND;

    assertThat(tempo.nanos(month)).isEqualTo(1_000 * month);
    assertThat(tempo.beat(1_000 * month)).isEqualTo(month);
  }
}
