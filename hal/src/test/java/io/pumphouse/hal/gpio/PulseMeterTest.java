package io.pumphouse.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meter of 1000 pulses per kWh: 3600 J each, so one in 3.6 s is 1 kW. */
final class PulseMeterTest {
  private static final Duration PULSE = Duration.ofMillis(30);
  private static final Duration ONE_KILOWATT = Duration.ofMillis(3600);

  private final FakeTime time = new FakeTime();
  private final PulseMeter meter = new PulseMeter(new PulseTerms(1000, 20_000), time);

  @BeforeEach
  void open() {
    meter.begin();
    meter.resume(0);
  }

  /** The contact closes for 30 ms; the time until the next one begins with it. */
  private void pulse(Duration untilNext) {
    edge(true);
    time.advance(PULSE);
    edge(false);
    time.advance(untilNext.minus(PULSE));
  }

  private void edge(boolean isActive) {
    meter.edge(Input.S0_METER, isActive, time.nanos());
  }

  private Sample power() {
    return meter.read(List.of(PulseMeter.POWER)).getFirst();
  }

  private long watts() {
    assertThat(power()).isInstanceOf(Reading.class);
    return ((Reading) power()).raw();
  }

  private Fault fault() {
    assertThat(power()).isInstanceOf(Invalid.class);
    return ((Invalid) power()).fault();
  }

  private long wattHours() {
    return ((Reading) meter.read(List.of(PulseMeter.ENERGY)).getFirst()).raw();
  }

  @Test
  void thePowerIsThatOfTheLastTwoPulses() {
    pulse(ONE_KILOWATT);
    pulse(ONE_KILOWATT.dividedBy(2));
    pulse(Duration.ofMillis(100));

    assertThat(watts()).isEqualTo(2_000);
  }

  @Test
  void thePowerHoldsUntilTheNextPulseIsOverdueAndFallsThen() {
    pulse(ONE_KILOWATT);
    pulse(ONE_KILOWATT);
    assertThat(watts()).isEqualTo(1_000);

    time.advance(ONE_KILOWATT);
    assertThat(watts()).as("room for one pulse in 7.2 s").isEqualTo(500);
    time.advance(Duration.ofHours(1));
    assertThat(watts()).isEqualTo(1);
    time.advance(Duration.ofHours(3));
    assertThat(watts()).isZero();
  }

  @Test
  void beforeTheSecondPulseNobodyKnowsThePower() {
    assertThat(fault()).isInstanceOf(Fault.NoAnswer.class);

    time.advance(Duration.ofSeconds(10));
    pulse(Duration.ofSeconds(2));

    assertThat(fault()).isEqualTo(new Fault.NoAnswer(Duration.ofSeconds(2)));
  }

  @Test
  void aLongSilenceTellsEnoughWithoutAnyPulse() {
    time.advance(Duration.ofSeconds(359));
    assertThat(power()).isInstanceOf(Reading.class);
    assertThat(watts()).isEqualTo(10);
  }

  @Test
  void aBounceIsNoPulse() {
    for (int i = 0; i < 3; i++) {
      edge(true);
      time.advance(Duration.ofMillis(1));
      edge(false);
      time.advance(Duration.ofMillis(1));
      edge(true);
      time.advance(PULSE);
      edge(false);
      time.advance(Duration.ofMillis(1));
      edge(true);
      time.advance(Duration.ofMillis(1));
      edge(false);
      time.advance(ONE_KILOWATT.minusMillis(34));
    }

    assertThat(wattHours()).isEqualTo(3);
    assertThat(watts()).isEqualTo(1_000);
  }

  @Test
  void anInputThatNeverRestsIsNoReadingOfNothing() {
    for (int i = 0; i < 500; i++) { // ten seconds of mains hum
      edge(true);
      time.advance(Duration.ofMillis(10));
      edge(false);
      time.advance(Duration.ofMillis(10));
    }

    assertThat(fault()).isInstanceOf(Fault.Garbled.class);
    assertThat(wattHours()).isEqualTo(1);
  }

  @Test
  void afterAMinuteOfCalmTheInputIsBelievedAgain() {
    anInputThatNeverRestsIsNoReadingOfNothing();

    time.advance(Duration.ofMinutes(1));
    pulse(ONE_KILOWATT);
    pulse(ONE_KILOWATT);

    assertThat(watts()).isEqualTo(1_000);
  }

  @Test
  void anImpossibleRateIsRefusedAndNotCounted() {
    pulse(ONE_KILOWATT);
    pulse(Duration.ofMillis(100));
    pulse(Duration.ofMillis(100));
    pulse(Duration.ofMillis(100));

    assertThat(fault()).isEqualTo(new Fault.Implausible(36_000));
    assertThat(wattHours()).isEqualTo(2);
  }

  @Test
  void afterAnImpossibleRateTheNextPossibleOneCounts() {
    anImpossibleRateIsRefusedAndNotCounted();

    time.advance(ONE_KILOWATT.minusMillis(100));
    pulse(Duration.ofMillis(50));

    assertThat(watts()).isEqualTo(1_000);
    assertThat(wattHours()).isEqualTo(3);
  }

  @Test
  void theCounterGoesOnFromWhatWasKept() {
    PulseMeter next = new PulseMeter(new PulseTerms(800, 20_000), time);
    next.begin();
    assertThat(next.read(List.of(PulseMeter.ENERGY)).getFirst())
        .as("nobody knows yet where to go on")
        .isInstanceOf(Invalid.class);

    next.edge(Input.S0_METER, true, time.nanos());
    next.resume(41_500);

    assertThat(next.milliwattHours()).isEqualTo(41_500 + 1_250);
    assertThat(next.read(List.of(PulseMeter.ENERGY)).getFirst())
        .isEqualTo(new Reading(PulseMeter.ENERGY, time.now(), 42));
  }

  @Test
  void whileTheBoardIsOutOfOrderThereIsNoReading() {
    pulse(ONE_KILOWATT);
    pulse(ONE_KILOWATT);

    meter.outOfOrder("no chip");
    assertThat(meter.read(List.of(PulseMeter.POWER, PulseMeter.ENERGY)))
        .extracting(sample -> ((Invalid) sample).fault())
        .containsOnly(new Fault.LineDown("no chip"));

    meter.begin();
    assertThat(wattHours()).as("what was counted is not lost").isEqualTo(2);
    assertThat(fault()).as("what was before says nothing").isInstanceOf(Fault.NoAnswer.class);
  }
}
