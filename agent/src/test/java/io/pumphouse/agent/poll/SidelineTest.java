package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.gpio.Pin;
import io.pumphouse.hal.gpio.PulseMeter;
import io.pumphouse.hal.gpio.PulseTerms;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.MeteredPump;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.LastAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A meter beside the line of a pump. */
final class SidelineTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final Duration FIVE = Duration.ofSeconds(5);

  private final FakeTime time = new FakeTime();
  private final TimedPump wired = new TimedPump(time, 3, 3);
  private final MeteredPump pump =
      new MeteredPump(
          wired,
          wired.map().with(PulseMeter.registers(new Pin(24, false), new PulseTerms(1000, 50_000))),
          registers ->
              registers.stream().<Sample>map(id -> new Reading(id, time.now(), 700)).toList());
  private final Assignment assignment =
      new Assignment(
          HOUSE,
          pump,
          Map.of(
              TimedPump.id(0),
              FIVE,
              PulseMeter.POWER,
              FIVE,
              PulseMeter.ENERGY,
              Duration.ofMinutes(1)));
  private final Rota rota = new Rota(List.of(assignment), new Forgetful(), time, new Random(7));
  private final List<Batch> batches = new ArrayList<>();

  private void run(Duration span) {
    long end = time.nanos() + span.toNanos();
    while (rota.dueAt() < end) {
      time.advance(Duration.ofNanos(Math.max(0, rota.dueAt() - time.nanos())));
      rota.ask().ifPresent(batches::add);
    }
    time.advance(Duration.ofNanos(Math.max(0, end - time.nanos())));
  }

  private List<Sample> power() {
    return batches.stream()
        .flatMap(batch -> batch.samples().stream())
        .filter(sample -> sample.register().equals(PulseMeter.POWER))
        .toList();
  }

  @Test
  void whatTheMeterShowsComesWithThePumpsAtItsOwnIntervals() {
    run(Duration.ofMinutes(1));

    assertThat(power()).hasSize(12);
    assertThat(wired.asked(TimedPump.id(0))).hasSize(12);
    assertThat(wired.asks)
        .allSatisfy(ask -> assertThat(ask.registers()).containsExactly(TimedPump.id(0)));
  }

  @Test
  void aPumpThatIsSilentDoesNotSilenceItsMeter() {
    wired.isDead = true;

    run(Duration.ofMinutes(10));

    assertThat(wired.asks).as("left alone longer and longer").hasSizeLessThan(30);
    assertThat(power()).hasSizeGreaterThan(115).hasOnlyElementsOfType(Reading.class);
    assertThat(batches.getLast().link()).isInstanceOf(Link.Silent.class);
  }

  @Test
  void aMeterThatShowsSomethingIsNoAnswerOfThePump() {
    wired.isDead = true;
    Latest latest = new Latest(List.of(new Latest.Post(assignment, "line", 1)), time);

    run(Duration.ofMinutes(1));
    batches.forEach(latest::offer);

    assertThat(latest.pumps().getFirst().lastAnswer()).isInstanceOf(LastAnswer.Never.class);
    assertThat(latest.readings(HOUSE))
        .anySatisfy(reading -> assertThat(reading.sample()).isInstanceOf(Reading.class));
  }

  @Test
  void whoAsksForBothGetsBothAsFarAsTheyAnswer() {
    wired.isDead = true;
    Errand errand = rota.errand(HOUSE, List.of(PulseMeter.POWER, TimedPump.id(1))).orElseThrow();
    while (!errand.isOver()) {
      errand.ask();
    }

    assertThat(errand.samples().getFirst()).isInstanceOf(Reading.class);
    assertThat(errand.samples().getLast()).isInstanceOf(Invalid.class);
  }
}
