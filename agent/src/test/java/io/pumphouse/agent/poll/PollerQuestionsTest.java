package io.pumphouse.agent.poll;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.command.Workload;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What somebody asks of a bus between the polls. */
final class PollerQuestionsTest {
  private static final PumpId HOUSE = PollerBench.HOUSE;

  private final PollerBench bench = new PollerBench();
  private final ScriptedPump pump = bench.pump;

  @Test
  void aQuestionIsAnsweredBetweenTwoPolls() throws Exception {
    try (Poller poller = bench.poller(Duration.ofHours(1))) {
      poller.start();
      bench.next();
      bench.next();
      assertThat(poller.ask(HOUSE, List.of(ScriptedPump.NAMELESS)).get(5, SECONDS))
          .containsExactly(new Reading(ScriptedPump.NAMELESS, ScriptedPump.NOON, 215));
    }
  }

  @Test
  void aLongQuestionIsAskedInManyRequestsWithThePollsInBetween() throws Exception {
    List<RegisterId> wanted =
        List.of(ScriptedPump.NAMELESS, ScriptedPump.HOURS, ScriptedPump.OUTDOOR);
    try (Poller poller = bench.poller(Duration.ofHours(1))) {
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
    try (Poller poller = bench.poller(Duration.ofHours(1))) {
      poller.start();
      bench.next();
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
  void theWorkloadIsReckonedOnTheBusThread() throws Exception {
    try (Poller poller = bench.poller(Duration.ofSeconds(10))) {
      poller.start();
      Workload workload = poller.workload(HOUSE).get(10, SECONDS);
      assertThat(workload.occasions()).hasSize(2);
      // A request of 10 ms each ten seconds, and another each two minutes.
      assertThat(Workload.perSecond(workload.occasions()).toNanos()).isEqualTo(1_083_333);
    }
  }
}
