package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.TOTAL_ELECTRICITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.web.model.Insight.Charted;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is summed by a wall clock that nobody vouches for. */
final class UnsureClockTest {
  private static final Instant T = Instant.parse("2026-02-03T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Span SPAN = new Span(T, T.plus(Duration.ofDays(2)));

  private final AtomicBoolean isSure = new AtomicBoolean();
  private final Past past = new Past("nibe-s1255");
  private final Analyst analyst =
      new Analyst(
          List.of(past.subject(EnergyConfig.UNSAID)),
          past,
          new Site("x", ZoneId.of("UTC")),
          isSure::get);

  @BeforeEach
  void live() {
    past.hold(TOTAL_ELECTRICITY, T.minus(HOUR), HOUR, 100);
    past.hold(TOTAL_ELECTRICITY, T, Duration.ofDays(2), 107.5);
    for (int i = 0; i < 18; i++) { // runs of six minutes, which are a finding
      Instant at = T.plus(Duration.ofMinutes(20L * i));
      past.hold(COMPRESSOR_ON, at, Duration.ofMinutes(14), 0);
      past.hold(COMPRESSOR_ON, at.plus(Duration.ofMinutes(14)), Duration.ofMinutes(6), 1);
    }
  }

  @Test
  void noSumNorDayIsToldButWhyAndWhatToDo() {
    Summary summary = analyst.summary(Past.PUMP, SPAN);

    assertThat(summary.days()).isEmpty();
    assertThat(summary.electricity().kilowattHours().reason())
        .contains("what time it is is not known yet", "time server");
    assertThat(summary.starts().value()).isEmpty();
    assertThat(summary.compressor().hours().value()).isEmpty();
    assertThat(past.asked()).as("questions to the history").isEmpty();
  }

  @Test
  void noEnergyFlowsAndNothingIsFound() {
    assertThat(analyst.energyFlow(Past.PUMP, SPAN).links()).isEmpty();
    assertThat(analyst.energyFlow(Past.PUMP, SPAN).why()).contains("not known yet");
    assertThat(analyst.findings(Past.PUMP, SPAN)).isEmpty();
  }

  @Test
  void curvesGoOnBecauseTheyOnlyShowWhatWasStamped() {
    assertThat(analyst.chart(Past.PUMP, List.of("total_electricity"), SPAN, 10))
        .isInstanceOfSatisfying(
            Charted.Drawn.class,
            drawn -> assertThat(drawn.chart().lines().getFirst().points()).isNotEmpty());
  }

  @Test
  void onceTheTimeIsKnownEverythingIsSummed() {
    isSure.set(true);

    Summary summary = analyst.summary(Past.PUMP, SPAN);

    assertThat(summary.electricity().kilowattHours().value()).hasValueCloseTo(7.5, within(1e-6));
    assertThat(summary.days()).hasSize(3);
    assertThat(analyst.findings(Past.PUMP, SPAN)).isNotEmpty();
  }
}
