package io.pumphouse.agent.poll;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class PollerTest {
  private static final PumpId HOUSE = PollerBench.HOUSE;

  private final PollerBench bench = new PollerBench();
  private final ScriptedPump pump = bench.pump;

  @Test
  void everyMetricIsAskedAtTheStart() throws InterruptedException {
    try (Poller poller = bench.poller(Duration.ofHours(1))) {
      poller.start();
      assertThat(PollerBench.registers(bench.next())).containsExactly(ScriptedPump.OUTDOOR);
      assertThat(PollerBench.registers(bench.next())).containsExactly(ScriptedPump.HOURS);
    }
  }

  @Test
  void liveMetricsComeAgainAndCountersDoNot() throws InterruptedException {
    try (Poller poller = bench.poller(Duration.ofMillis(50))) {
      poller.start();
      bench.next();
      bench.next();
      assertThat(PollerBench.registers(bench.next())).containsExactly(ScriptedPump.OUTDOOR);
      assertThat(PollerBench.registers(bench.next())).containsExactly(ScriptedPump.OUTDOOR);
    }
  }

  @Test
  void aSilentPumpCostsOneRequestAndAllThatWasDueIsInvalid() throws InterruptedException {
    Fault silence = new Fault.NoAnswer(Duration.ofSeconds(1));
    pump.link = new Link.Silent("no answer", "look at the cable");
    pump.answer = id -> new Invalid(id, ScriptedPump.NOON, silence);
    try (Poller poller = bench.poller(Duration.ofHours(1))) {
      poller.start();
      assertThat(bench.next().samples())
          .containsExactly(
              new Invalid(ScriptedPump.OUTDOOR, ScriptedPump.NOON, silence),
              new Invalid(ScriptedPump.HOURS, ScriptedPump.NOON, silence));
      assertThat(pump.asked).hasSize(1);
    }
  }

  @Test
  void aBugInOnePollDoesNotEndPolling() throws InterruptedException {
    pump.answer =
        id -> {
          pump.answer = other -> new Reading(other, ScriptedPump.NOON, 1);
          throw new IllegalStateException("planted");
        };
    try (Poller poller = bench.poller(Duration.ofMillis(50))) {
      poller.start();
      assertThat(bench.next().samples()).isNotEmpty();
      assertThat(poller.isPolling()).isTrue();
    }
  }

  @Test
  void aClosedPollerAsksNoMore() {
    Poller poller = bench.poller(Duration.ofMillis(20));
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

  @Test
  void closingEndsAReadThatIsUnderWay() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    pump.answer =
        id -> {
          reading.countDown();
          awaitUninterrupted(hungUp);
          return new Invalid(id, ScriptedPump.NOON, new Fault.LineDown("closed"));
        };
    Assignment assignment = Assignment.of(HOUSE, pump, Duration.ofHours(1), Map.of());
    Place place = new Place("test", List.of(assignment), hungUp::countDown);
    Poller poller =
        new Poller(
            place,
            new Feed(List.of(bench.heard::add)),
            new Forgetful(),
            PollerBench.TIME,
            new Random(1));
    poller.start();
    assertThat(reading.await(10, SECONDS)).isTrue();

    poller.close();

    assertThat(hungUp.getCount()).isZero();
    assertThat(poller.isPolling()).isFalse();
    assertThat(poller.ask(HOUSE, List.of(ScriptedPump.OUTDOOR))).isCompletedExceptionally();
  }

  /** Native code knows no interrupts: only a closed line ends its read. */
  private static void awaitUninterrupted(CountDownLatch latch) {
    boolean isOver = false;
    while (!isOver) {
      try {
        isOver = latch.await(10, SECONDS);
      } catch (InterruptedException _) {
        isOver = false;
      }
    }
  }

  @Test
  void aBusWhoseReadNeverEndsIsLeftAfterAWhile() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch reading = new CountDownLatch(1);
    pump.answer =
        id -> {
          reading.countDown();
          awaitUninterrupted(never);
          return new Reading(id, ScriptedPump.NOON, 1);
        };
    Poller poller = bench.poller(Duration.ofHours(1));
    poller.start();
    assertThat(reading.await(10, SECONDS)).isTrue();

    poller.close(Duration.ofMillis(400));

    assertThat(poller.isPolling()).isFalse();
    never.countDown();
  }

  @Test
  void anErrorEndsPollingAndSaysSo() throws Exception {
    pump.answer =
        id -> {
          throw new LinkageError("planted");
        };
    try (Poller poller = bench.poller(Duration.ofHours(1))) {
      CompletableFuture<List<Sample>> waiting = poller.ask(HOUSE, List.of(ScriptedPump.OUTDOOR));
      poller.start();

      assertThatThrownBy(() -> waiting.get(10, SECONDS))
          .hasCauseInstanceOf(CancellationException.class);
      assertThatThrownBy(() -> poller.ask(HOUSE, List.of(ScriptedPump.OUTDOOR)).get(10, SECONDS))
          .isNotInstanceOf(TimeoutException.class);
      assertThat(poller.isPolling()).isFalse();
    }
  }
}
