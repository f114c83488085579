package io.pumphouse.agent.poll;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

final class PollerTest {
  private static final PumpId HOUSE = new PumpId("house");

  /** Real time since boot, so that waiting on the queue is real; the wall stands still. */
  private static final TimeSource TIME =
      new TimeSource() {
        @Override
        public Instant wall() {
          return ScriptedPump.NOON.wall();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }
      };

  private final BlockingQueue<Batch> heard = new LinkedBlockingQueue<>();
  private final ScriptedPump pump = new ScriptedPump(id -> new Reading(id, ScriptedPump.NOON, 215));

  private Poller poller(Duration interval) {
    Assignment assignment = Assignment.of(HOUSE, pump, interval, Map.of());
    return new Poller("test", List.of(assignment), new Feed(List.of(heard::add)), TIME);
  }

  @Test
  void everyMetricIsAskedAtTheStart() throws InterruptedException {
    try (Poller poller = poller(Duration.ofHours(1))) {
      poller.start();
      assertThat(registers(next())).containsExactly(ScriptedPump.OUTDOOR);
      assertThat(registers(next())).containsExactly(ScriptedPump.HOURS);
    }
  }

  @Test
  void liveMetricsComeAgainAndCountersDoNot() throws InterruptedException {
    try (Poller poller = poller(Duration.ofMillis(50))) {
      poller.start();
      next();
      next();
      assertThat(registers(next())).containsExactly(ScriptedPump.OUTDOOR);
      assertThat(registers(next())).containsExactly(ScriptedPump.OUTDOOR);
    }
  }

  @Test
  void aSilentPumpCostsOneRequestAndAllThatWasDueIsInvalid() throws InterruptedException {
    Fault silence = new Fault.NoAnswer(Duration.ofSeconds(1));
    pump.link = new Link.Silent("no answer", "look at the cable");
    pump.answer = id -> new Invalid(id, ScriptedPump.NOON, silence);
    try (Poller poller = poller(Duration.ofHours(1))) {
      poller.start();
      assertThat(next().samples())
          .containsExactly(
              new Invalid(ScriptedPump.OUTDOOR, ScriptedPump.NOON, silence),
              new Invalid(ScriptedPump.HOURS, ScriptedPump.NOON, silence));
      assertThat(pump.asked).hasSize(1);
    }
  }

  @Test
  void aQuestionIsAnsweredBetweenTwoPolls() throws Exception {
    try (Poller poller = poller(Duration.ofHours(1))) {
      poller.start();
      next();
      next();
      assertThat(poller.ask(HOUSE, List.of(ScriptedPump.NAMELESS)).get(5, SECONDS))
          .containsExactly(new Reading(ScriptedPump.NAMELESS, ScriptedPump.NOON, 215));
    }
  }

  @Test
  void aBugInOnePollDoesNotEndPolling() throws InterruptedException {
    pump.answer =
        id -> {
          pump.answer = other -> new Reading(other, ScriptedPump.NOON, 1);
          throw new IllegalStateException("planted");
        };
    try (Poller poller = poller(Duration.ofMillis(50))) {
      poller.start();
      assertThat(next().samples()).isNotEmpty();
      assertThat(poller.isPolling()).isTrue();
    }
  }

  @Test
  void aClosedPollerAsksNoMore() {
    Poller poller = poller(Duration.ofMillis(20));
    poller.start();
    poller.close();
    pump.asked.clear();
    assertThat(poller.isPolling()).isFalse();
    assertThat(poller.ask(HOUSE, List.of(ScriptedPump.OUTDOOR))).isCompletedExceptionally();
    assertThat(pump.asked).isEmpty();
  }

  @Test
  void configuredIntervalsAddRegisters() {
    Map<RegisterId, Duration> chosen = Map.of(ScriptedPump.NAMELESS, Duration.ofSeconds(30));
    Assignment assignment = Assignment.of(HOUSE, pump, Duration.ofSeconds(5), chosen);
    RegisterMap map = pump.map();
    assertThat(assignment.intervals())
        .hasSize(map.metrics().size() + 1)
        .containsAllEntriesOf(chosen);
  }

  private static List<RegisterId> registers(Batch batch) {
    return batch.samples().stream().map(Sample::register).toList();
  }

  private Batch next() throws InterruptedException {
    Batch batch = heard.poll(10, SECONDS);
    assertThat(batch).as("a batch within ten seconds").isNotNull();
    return batch;
  }
}
