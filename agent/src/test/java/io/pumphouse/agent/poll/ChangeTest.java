package io.pumphouse.agent.poll;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

final class ChangeTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration SOON = Duration.ofSeconds(10);

  private final FakeTime time = new FakeTime();
  private final ScriptedPump pump = new ScriptedPump(id -> new Reading(id, ScriptedPump.NOON, 205));
  private final Assignment assignment = Assignment.of(HOUSE, pump, Duration.ofHours(1), Map.of());
  private final Rota rota = new Rota(List.of(assignment), new Forgetful(), time, new Random(1));

  private Change change() {
    return new Change(pump, ScriptedPump.OUTDOOR, 215, time);
  }

  private Poller poller(BlockingQueue<Batch> heard) {
    Place place = new Place("test", List.of(assignment), () -> {});
    return new Poller(place, new Feed(List.of(heard::add)), new Forgetful(), time, new Random(1));
  }

  private static List<Sample> heard(List<Batch> batches) {
    return batches.stream().flatMap(batch -> batch.samples().stream()).toList();
  }

  @Test
  void oldAndNewValueAreTold() {
    Change change = change();
    List<Batch> batches = rota.write(HOUSE, change);

    assertThat(change.await(AT_ONCE).before())
        .isEqualTo(new Reading(ScriptedPump.OUTDOOR, ScriptedPump.NOON, 205));
    assertThat(change.await(AT_ONCE).written()).isInstanceOf(Written.Done.class);
    assertThat(heard(batches))
        .containsExactly(
            new Reading(ScriptedPump.OUTDOOR, ScriptedPump.NOON, 205),
            new Reading(ScriptedPump.OUTDOOR, ScriptedPump.NOON, 215));
  }

  @Test
  void aPumpThatDoesNotAnswerIsNotWrittenTo() {
    pump.link = new Link.Silent("no answer", "look at the cable");
    pump.answer =
        id -> new Invalid(id, ScriptedPump.NOON, new Fault.NoAnswer(Duration.ofSeconds(1)));
    Change change = change();
    rota.write(HOUSE, change);

    assertThat(change.await(AT_ONCE).written())
        .isEqualTo(new Written.NotSent("no answer", "look at the cable", time.now()));
  }

  @Test
  void aWriteThatWasGivenUpIsNeverMadeLater() {
    Change change = change();
    assertThat(change.await(AT_ONCE).written()).isInstanceOf(Written.NotSent.class);

    assertThat(rota.write(HOUSE, change)).isEmpty();
    assertThat(pump.asked).isEmpty();
  }

  @Test
  void aWriteThatEndsInABugHasAnUnknownOutcome() {
    pump.answer =
        _ -> {
          throw new IllegalStateException("planted");
        };
    BlockingQueue<Batch> heard = new LinkedBlockingQueue<>();
    try (Poller poller = poller(heard)) {
      poller.start();
      assertThat(poller.write(HOUSE, ScriptedPump.OUTDOOR, 215, SOON).written())
          .isInstanceOf(Written.Unknown.class);
    }
  }

  @Test
  void theBusThreadWritesBetweenTwoPolls() throws InterruptedException {
    BlockingQueue<Batch> heard = new LinkedBlockingQueue<>();
    try (Poller poller = poller(heard)) {
      poller.start();
      heard.poll(10, SECONDS);
      heard.poll(10, SECONDS);
      assertThat(poller.write(HOUSE, ScriptedPump.OUTDOOR, 215, SOON).written())
          .isEqualTo(new Written.Done(215, ScriptedPump.NOON));
    }
  }
}
