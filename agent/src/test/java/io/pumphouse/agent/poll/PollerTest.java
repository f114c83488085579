package io.pumphouse.agent.poll;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.agent.command.Workload;
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
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
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
    Place place = new Place("test", List.of(assignment), () -> {});
    return new Poller(place, new Feed(List.of(heard::add)), new Forgetful(), TIME, new Random(1));
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
  void aLongQuestionIsAskedInManyRequestsWithThePollsInBetween() throws Exception {
    List<RegisterId> wanted =
        List.of(ScriptedPump.NAMELESS, ScriptedPump.HOURS, ScriptedPump.OUTDOOR);
    try (Poller poller = poller(Duration.ofHours(1))) {
      CompletableFuture<List<Sample>> waiting = poller.ask(HOUSE, wanted);
      poller.start();

      assertThat(waiting.get(5, SECONDS)).extracting(Sample::register).isEqualTo(wanted);
      assertThat(pump.asked)
          .startsWith(
              List.of(ScriptedPump.OUTDOOR), // due at the start
              List.of(ScriptedPump.OUTDOOR), // the first request of the question
              List.of(ScriptedPump.HOURS), // due at the start
              List.of(ScriptedPump.HOURS),
              List.of(ScriptedPump.NAMELESS));
    }
  }

  @Test
  void aLongQuestionToAPumpThatIsGoneCostsOneRequest() throws Exception {
    pump.link = new Link.Silent("no answer", "look");
    pump.answer =
        id -> new Invalid(id, ScriptedPump.NOON, new Fault.NoAnswer(Duration.ofSeconds(1)));
    try (Poller poller = poller(Duration.ofHours(1))) {
      poller.start();
      next();
      pump.asked.clear();

      assertThat(
              poller
                  .ask(HOUSE, List.of(ScriptedPump.NAMELESS, ScriptedPump.OUTDOOR))
                  .get(5, SECONDS))
          .extracting(Sample::register)
          .containsExactly(ScriptedPump.NAMELESS, ScriptedPump.OUTDOOR);
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
        new Poller(place, new Feed(List.of(heard::add)), new Forgetful(), TIME, new Random(1));
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
    Poller poller = poller(Duration.ofHours(1));
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
    try (Poller poller = poller(Duration.ofHours(1))) {
      CompletableFuture<List<Sample>> waiting = poller.ask(HOUSE, List.of(ScriptedPump.OUTDOOR));
      poller.start();

      assertThatThrownBy(() -> waiting.get(10, SECONDS))
          .hasCauseInstanceOf(CancellationException.class);
      assertThatThrownBy(() -> poller.ask(HOUSE, List.of(ScriptedPump.OUTDOOR)).get(10, SECONDS))
          .isNotInstanceOf(TimeoutException.class);
      assertThat(poller.isPolling()).isFalse();
    }
  }

  @Test
  void theWorkloadIsReckonedOnTheBusThread() throws Exception {
    try (Poller poller = poller(Duration.ofSeconds(10))) {
      poller.start();
      Workload workload = poller.workload(HOUSE).get(10, SECONDS);
      assertThat(workload.occasions()).hasSize(2);
      // A request of 10 ms each ten seconds, and another each two minutes.
      assertThat(Workload.perSecond(workload.occasions()).toNanos()).isEqualTo(1_083_333);
    }
  }
}
