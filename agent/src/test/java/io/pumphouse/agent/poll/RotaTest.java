package io.pumphouse.agent.poll;

import static io.pumphouse.agent.poll.TimedPump.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RotaTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final RotaBench bench = new RotaBench();

  private TimedPump pump(int registers, int perRequest, Duration takes) {
    TimedPump pump = new TimedPump(bench.time, registers, perRequest);
    pump.takes = takes;
    pump.reckoned = takes;
    return pump;
  }

  @Test
  void theEarlierDeadlineGoesFirstWhicheverPumpItIs() {
    TimedPump slow = pump(3, 1, SECOND);
    TimedPump fast = pump(1, 1, SECOND);
    bench.assign("slow", slow, 3, Duration.ofMinutes(5));
    bench.assign("fast", fast, 1, Duration.ofSeconds(2));

    bench.run(Duration.ofSeconds(10));

    assertThat(fast.asked(id(0))).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0);
    assertThat(slow.asks).hasSize(3);
  }

  @Test
  void theMostUrgentRegisterMakesItsWholeRequestUrgent() {
    TimedPump mixed = pump(4, 2, SECOND);
    bench.assign("mixed", mixed, 1, Duration.ofMinutes(1), 1, Duration.ofSeconds(10), 2, HOUR);

    bench.run(SECOND);

    assertThat(mixed.asks.getFirst().registers()).containsExactly(id(0), id(1));
  }

  @Test
  void registersOfSeveralIntervalsShareTheirRequests() {
    TimedPump pump = pump(4, 4, SECOND);
    bench.assign("house", pump, 2, Duration.ofSeconds(5), 2, Duration.ofMinutes(1));

    bench.run(Duration.ofMinutes(10));

    assertThat(pump.asks).hasSize(120);
    assertThat(pump.asked(id(3))).hasSize(10);
  }

  @Test
  void whatWasMissedIsAskedOnce() {
    TimedPump pump = pump(1, 1, Duration.ofMillis(10));
    bench.assign("house", pump, 1, Duration.ofSeconds(5));
    bench.run(SECOND);

    bench.time.advance(Duration.ofSeconds(33));
    bench.run(Duration.ofSeconds(2));

    assertThat(pump.asked(id(0))).containsExactly(0.0, 34.0, 35.0);
  }

  @Test
  void twiceTooMuchHalvesEverybody() {
    TimedPump pump = overloaded();

    bench.run(HOUR);

    assertThat(shares(pump)).allMatch(share -> share > 0.43 && share < 0.53);
  }

  /** The line is slower than reckoned, so nothing but the deadlines keeps the order. */
  @Test
  void nobodyStarvesWhenTheReckoningIsWrong() {
    TimedPump pump = overloaded();
    pump.reckoned = Duration.ofNanos(1);

    bench.run(HOUR);

    assertThat(shares(pump)).allMatch(share -> share > 0.4);
  }

  /** Ten registers every 10 s and sixty every 60 s, each of which takes a second. */
  private TimedPump overloaded() {
    TimedPump pump = pump(70, 1, SECOND);
    bench.assign("house", pump, 10, Duration.ofSeconds(10), 60, Duration.ofSeconds(60));
    return pump;
  }

  /** How often each register was asked, as a share of what was wished for. */
  private static List<Double> shares(TimedPump pump) {
    return IntStream.range(0, 70)
        .mapToObj(number -> pump.asked(id(number)).size() / (number < 10 ? 360.0 : 60.0))
        .toList();
  }

  @Test
  void tooMuchIsSaidWithNumbers() {
    overloaded();

    bench.run(Duration.ofMinutes(5));

    assertThat(bench.rota().burden().check("/dev/ttyUSB0"))
        .satisfies(
            check -> {
              assertThat(check.isWell()).isFalse();
              assertThat(check.cause())
                  .isEqualTo(
                      "asking is reckoned to take 2.00 s of each second on the line, and 0.95 s is there:"
                          + " house every 21 s instead of every 10 s");
              assertThat(check.next()).contains("poll-interval of house 22s");
            });
  }

  @Test
  void whatFitsIsWell() {
    bench.assign("house", pump(20, 10, Duration.ofMillis(100)), 20, Duration.ofSeconds(1));

    bench.run(Duration.ofMinutes(1));

    assertThat(bench.rota().burden().check("pump.lan:502").isWell()).isTrue();
    assertThat(bench.rota().burden().check("pump.lan:502").cause())
        .isEqualTo("asking is reckoned to take 0.20 s of each second on the line");
  }

  @Test
  void aDeadUnitCostsTheOthersNoMoreThanItsTimeouts() {
    TimedPump alive = pump(4, 2, Duration.ofMillis(50));
    TimedPump dead = pump(40, 2, Duration.ofMillis(50));
    dead.isDead = true;
    bench.assign("alive", alive, 4, Duration.ofSeconds(5));
    bench.assign("dead", dead, 40, Duration.ofSeconds(1));

    bench.run(HOUR);

    assertThat(alive.asked(id(0))).hasSize(720);
    assertThat(RotaBench.longestGap(alive.asked(id(0))))
        .isLessThanOrEqualTo(5 + TimedPump.TIMEOUT.toMillis() / 1e3);
    // 2 s, 4 s, 6 s … between them: some sixty in an hour, not one for each of forty registers.
    assertThat(dead.asks).hasSizeBetween(50, 70);
  }

  @Test
  void aUnitThatComesBackIsAskedEverythingOnce() {
    TimedPump pump = pump(6, 2, Duration.ofMillis(50));
    pump.isDead = true;
    bench.assign("house", pump, 6, Duration.ofSeconds(5));
    bench.run(Duration.ofMinutes(1));
    pump.isDead = false;
    pump.asks.clear();

    bench.run(Duration.ofSeconds(30));

    assertThat(pump.asks.size()).isBetween(3, 18).matches(count -> count % 3 == 0);
  }

  @Test
  void theLastRequestOfARoundSaysSo() {
    bench.assign("house", pump(6, 2, Duration.ofMillis(50)), 6, Duration.ofSeconds(5));

    bench.run(Duration.ofSeconds(6));

    assertThat(bench.batches)
        .extracting(Batch::isLast)
        .containsExactly(false, false, true, false, false, true);
    assertThat(bench.batches.getLast().round()).isEqualTo(Duration.ofMillis(150));
  }

  @Test
  void aRoundEndsEvenIfTheNextHasBegun() {
    overloaded();

    bench.run(Duration.ofMinutes(5));

    assertThat(bench.batches.stream().filter(Batch::isLast).count()).isBetween(2L, 60L);
  }

  @Test
  void everyBatchSaysByHowMuchIntervalsAreStretched() {
    bench.assign("house", pump(4, 1, Duration.ofMillis(475)), 4, SECOND);
    bench.run(Duration.ofMinutes(2));

    assertThat(bench.batches.getFirst().stretch()).isEqualTo(1);
    assertThat(bench.batches.getLast().stretch()).isEqualTo(2);
  }
}
