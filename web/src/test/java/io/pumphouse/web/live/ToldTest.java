package io.pumphouse.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.sample.Readings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is told again, and when. */
final class ToldTest {
  /** The demo asks every second: half of its open pages showed as stale what had not changed. */
  @Test
  void whatStaysAsItIsIsToldAgainBeforeAPageTakesItForStale() {
    LiveReading quick = every(Duration.ofSeconds(1));

    assertThat(quick.staleAfter()).isGreaterThan(Told.LAG.plus(Duration.ofSeconds(5)));
  }

  @Test
  void threePollsWithoutAnAnswerAreStale() {
    assertThat(every(Duration.ofMinutes(1)).staleAfter()).isEqualTo(Duration.ofMinutes(3));
  }

  private static LiveReading every(Duration every) {
    LiveReading one = Readings.value(Metric.SUPPLY_TEMP, "0.1", 384);
    return new LiveReading(
        one.name(),
        one.label(),
        one.group(),
        one.register(),
        one.sample(),
        one.meaning(),
        one.age(),
        every);
  }
}
