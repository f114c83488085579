package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.ADD_HEAT_POWER;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.PRIORITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Event.Kind;
import io.pumphouse.agent.ledger.Swedish;
import io.pumphouse.agent.poll.Batch;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StateWatchTest {
  private final Past past = new Past("nibe-s1255");
  private final FakeTime time = new FakeTime();
  private final List<Event> noted = new ArrayList<>();
  private final StateWatch watch =
      new StateWatch(List.of(past.subject(EnergyConfig.UNSAID)), noted::add);

  private void hear(Sample sample) {
    watch.offer(new Batch(Past.PUMP, new Link.Up(), Duration.ZERO, List.of(sample), true));
  }

  private Moment says(Metric metric, long raw) {
    Moment now = time.now();
    hear(new Reading(past.map().find(metric).orElseThrow().id(), now, raw));
    return now;
  }

  /** Says so every ten seconds for this long; returns when it began. */
  private Moment holds(Metric metric, long raw, int seconds) {
    Moment first = says(metric, raw);
    for (int passed = 0; passed < seconds; passed += 10) {
      time.advance(Duration.ofSeconds(10));
      says(metric, raw);
    }
    return first;
  }

  @Test
  void whatItDoesWhenFirstHeardOfIsNoChange() {
    holds(COMPRESSOR_ON, 1, 120);

    assertThat(noted).isEmpty();
  }

  @Test
  void aChangeThatHoldsIsNotedOnceWithTheTimeItBegan() {
    holds(COMPRESSOR_ON, 0, 60);
    Moment began = holds(COMPRESSOR_ON, 1, 120);

    assertThat(noted)
        .containsExactly(new Event(began, Kind.COMPRESSOR_STARTED, "house", "compressor started"));
  }

  @Test
  void aStopSaysHowLongItRan() {
    holds(COMPRESSOR_ON, 0, 60);
    holds(COMPRESSOR_ON, 1, 1_200);
    Moment ended = holds(COMPRESSOR_ON, 0, 60);

    assertThat(noted.getLast())
        .isEqualTo(
            new Event(ended, Kind.COMPRESSOR_STOPPED, "house", "compressor stopped after 20 min"));
  }

  @Test
  void aFlickerIsNoChange() {
    holds(COMPRESSOR_ON, 0, 60);
    holds(COMPRESSOR_ON, 1, 20);
    holds(COMPRESSOR_ON, 0, 60);

    assertThat(noted).isEmpty();
  }

  @Test
  void silenceIsNoChange() {
    holds(COMPRESSOR_ON, 1, 60);
    time.advance(Duration.ofMinutes(5));
    hear(
        new Invalid(
            past.map().find(COMPRESSOR_ON).orElseThrow().id(), time.now(), new Fault.Late()));
    holds(COMPRESSOR_ON, 1, 60);

    assertThat(noted).isEmpty();
  }

  @Test
  void aJumpOfTheWallClockHastensNothing() {
    holds(COMPRESSOR_ON, 0, 60);
    says(COMPRESSOR_ON, 1);
    time.jumpWall(Duration.ofDays(365));
    says(COMPRESSOR_ON, 1);

    assertThat(noted).isEmpty();
  }

  @Test
  void hotWaterIsWhatThePriorityMeansOnThisModel() {
    holds(PRIORITY, 30, 60);
    holds(PRIORITY, 20, 60);
    holds(PRIORITY, 10, 60);

    assertThat(noted)
        .extracting(Event::kind)
        .containsExactly(Kind.HOT_WATER_BEGAN, Kind.HOT_WATER_ENDED);
  }

  @Test
  void additionalHeatIsOnAtAnyPower() {
    holds(ADD_HEAT_POWER, 0, 60);
    holds(ADD_HEAT_POWER, 150, 60);
    holds(ADD_HEAT_POWER, 300, 60);
    holds(ADD_HEAT_POWER, 0, 60);

    assertThat(noted).extracting(Event::kind).containsExactly(Kind.ADD_HEAT_ON, Kind.ADD_HEAT_OFF);
  }

  @Test
  void pagesInSwedishSayTheSame() {
    for (Metric metric : List.of(COMPRESSOR_ON, ADD_HEAT_POWER, PRIORITY)) {
      holds(metric, 0, 60);
      holds(metric, 20, 600);
      holds(metric, 0, 60);
    }

    assertThat(noted)
        .isNotEmpty()
        .allSatisfy(event -> assertThat(Swedish.of(event)).isNotEqualTo(event.text()));
  }
}
