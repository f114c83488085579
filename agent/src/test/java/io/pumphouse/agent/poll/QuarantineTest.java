package io.pumphouse.agent.poll;

import static io.pumphouse.agent.poll.TimedPump.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuarantineTest {
  private static final RegisterId BAD = id(3);
  private static final RegisterId NEIGHBOUR = id(2);
  private static final double JITTER = 0.2;

  private final RotaBench bench = new RotaBench();
  private final TimedPump pump = new TimedPump(bench.time, 8, 4);

  QuarantineTest() {
    pump.refused.add(BAD);
    bench.assign("house", pump, 8, Duration.ofSeconds(5));
  }

  private List<String> codes(RegisterId register) {
    return bench.samples(register).stream()
        .map(sample -> sample instanceof Invalid invalid ? invalid.fault().code() : "value")
        .toList();
  }

  @Test
  void aRefusedRegisterIsLeftAloneAndSaysSoAtItsUsualInterval() {
    bench.run(Duration.ofSeconds(31));

    assertThat(pump.asked(BAD)).hasSize(2);
    assertThat(codes(BAD))
        .containsExactly(
            "refused:2",
            "refused:2",
            "quarantined",
            "quarantined",
            "quarantined",
            "quarantined",
            "quarantined");
  }

  @Test
  void aSingleRefusalIsNoReasonToLeaveARegisterAlone() {
    for (int i = 0; i < 20; i++) {
      bench.run(Duration.ofSeconds(5));
      pump.refused.clear();
      bench.run(Duration.ofSeconds(5));
      pump.refused.add(BAD);
    }

    assertThat(codes(BAD)).containsOnly("refused:2", "value").doesNotContain("quarantined");
    assertThat(pump.asked(BAD)).hasSize(40);
  }

  /** Acknowledge, busy, and the two of a gateway: none of them is about a register. */
  @ParameterizedTest
  @ValueSource(ints = {5, 6, 0x0A, 0x0B})
  void whatHoldsForTheMomentLocksNoRegisterAway(int exception) {
    pump.exception = exception;
    bench.run(Duration.ofMinutes(2));

    assertThat(codes(BAD)).containsOnly("refused:" + exception);
    assertThat(bench.memory.confined).isEmpty();
    assertThat(pump.asked(BAD)).hasSize(24);
  }

  @Test
  void itsNeighboursMissNoInterval() {
    bench.run(Duration.ofHours(6));

    assertThat(pump.asked(BAD)).hasSizeGreaterThan(4);
    assertThat(pump.asked(NEIGHBOUR)).hasSize(6 * 720);
    assertThat(RotaBench.longestGap(pump.asked(NEIGHBOUR))).isLessThan(5.3);
    assertThat(codes(NEIGHBOUR)).containsOnly("value");
  }

  @Test
  void itIsAskedAgainAfterAMinuteAndThenThreeTimesAsLongUpToADay() {
    RotaBench slow = new RotaBench();
    TimedPump pump = new TimedPump(slow.time, 8, 4);
    pump.refused.add(BAD);
    slow.assign("house", pump, 8, Duration.ofSeconds(30));
    slow.run(Duration.ofDays(8));

    List<Double> asked = pump.asked(BAD);
    List<Double> minutes =
        IntStream.range(1, asked.size())
            .mapToObj(i -> (asked.get(i) - asked.get(i - 1)) / 60)
            .toList();
    double[] usual = {0.5, 1, 3, 9, 27, 81, 243, 729, 1440, 1440};
    for (int i = 0; i < usual.length; i++) {
      assertThat(minutes.get(i)).isBetween(usual[i] * (1 - JITTER), usual[i] * (1 + JITTER) + 0.6);
    }
  }

  @Test
  void theFirstAnswerReleasesIt() {
    bench.run(Duration.ofSeconds(30));
    pump.refused.clear();
    bench.run(Duration.ofMinutes(5));

    assertThat(codes(BAD).getLast()).isEqualTo("value");
    assertThat(bench.memory.released).extracting(Confinement::register).containsExactly(BAD);
    assertThat(pump.asked(BAD).size()).isGreaterThan(40);
  }

  @Test
  void somebodyWhoAsksInBetweenReleasesItToo() {
    bench.run(Duration.ofSeconds(30));
    pump.refused.clear();

    bench.rota().errand(new PumpId("house"), List.of(BAD)).orElseThrow().ask();
    bench.run(Duration.ofSeconds(10));

    assertThat(codes(BAD).getLast()).isEqualTo("value");
  }

  @Test
  void whatAnEarlierRunFoundIsNotAskedAgain() {
    bench.rota().recall(List.of(remembered("house", 5, Duration.ofMinutes(40))));

    bench.run(Duration.ofMinutes(39));

    assertThat(pump.asked(BAD)).isEmpty();
    assertThat(pump.alone).containsExactly(BAD);
    assertThat(codes(BAD)).containsOnly("quarantined");
  }

  @Test
  void whatAnotherVersionOfThePumpRefusedIsAskedAsSoonAsItsVersionIsKnown() {
    bench.rota().recall(List.of(remembered("house", 5, Duration.ofMinutes(40))));
    pump.firmware = "1.0";
    bench.run(Duration.ofSeconds(20));
    assertThat(pump.asked(BAD)).isEmpty();

    pump.firmware = "2.0";
    bench.run(Duration.ofSeconds(20));
    assertThat(pump.asked(BAD)).hasSize(1);
  }

  @Test
  void theNextTermFollowsTheOnesBeforeTheRestart() {
    bench.rota().recall(List.of(remembered("house", 5, Duration.ofMinutes(40))));

    bench.run(Duration.ofMinutes(45));

    assertThat(bench.memory.confined).extracting(Confinement::refusals).containsExactly(6);
  }

  /** A Pi without a clock battery wakes up years ago. */
  @Test
  void aWrongClockLocksNobodyOut() {
    bench.rota().recall(List.of(remembered("house", 1, Duration.ofDays(20_000))));

    bench.run(Duration.ofMinutes(2));

    assertThat(pump.asked(BAD)).hasSize(1);
  }

  @Test
  void aTermThatIsOverIsAProbeAtOnce() {
    bench.rota().recall(List.of(remembered("house", 8, Duration.ofDays(-3))));

    bench.run(Duration.ofMinutes(2));

    assertThat(pump.asked(BAD)).hasSize(1);
  }

  @Test
  void anotherPumpsRegistersAreNotOurs() {
    bench.rota().recall(List.of(remembered("barn", 5, Duration.ofMinutes(40))));

    bench.run(Duration.ofSeconds(1));

    assertThat(pump.asked(BAD)).hasSize(1);
  }

  @Test
  void peopleAreToldTheTimeByTheClockAsItIsNow() {
    bench.run(Duration.ofSeconds(6));
    bench.time.jumpWall(Duration.ofDays(365));
    bench.run(Duration.ofSeconds(10));

    assertThat(bench.samples(BAD).getLast())
        .isInstanceOfSatisfying(
            Invalid.class,
            sample ->
                assertThat(((Fault.Quarantined) sample.fault()).until())
                    .isBetween(bench.time.wall(), bench.time.wall().plusSeconds(72)));
  }

  @Test
  void silenceIsNoReasonToLeaveARegisterAlone() {
    pump.isDead = true;
    bench.run(Duration.ofSeconds(30));
    pump.isDead = false;
    bench.run(Duration.ofMinutes(1));

    assertThat(bench.memory.confined).extracting(Confinement::register).containsOnly(BAD);
    assertThat(lastOf(NEIGHBOUR)).isInstanceOf(Reading.class);
  }

  /** As while it starts up, or when the configuration names another model. */
  @Test
  void aPumpThatRefusesEverythingIsAskedOnTimeAllTheSame() {
    IntStream.range(0, 8).forEach(number -> pump.refused.add(id(number)));
    bench.run(Duration.ofSeconds(30));
    pump.refused.retainAll(List.of(BAD));
    bench.run(Duration.ofSeconds(15));

    assertThat(bench.memory.confined).extracting(Confinement::register).containsExactly(BAD);
    assertThat(lastOf(NEIGHBOUR)).isInstanceOf(Reading.class);
  }

  private Sample lastOf(RegisterId register) {
    return bench.samples(register).getLast();
  }

  private Confinement remembered(String name, int refusals, Duration left) {
    Instant until = bench.time.wall().plus(left);
    return new Confinement(new PumpId(name), "timed", "1.0", BAD, 2, refusals, until);
  }
}
