package io.pumphouse.hal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MischiefTest {
  private static final Frame ANSWER = Frame.of(1, 2, 3, 4, 5, 6, 7, 8);
  private static final Frame FOREIGN = Frame.of(90, 91, 92);
  private static final Duration MOMENT = Duration.ofMillis(10);
  private static final Reach REACH = new Reach(MOMENT, MOMENT.multipliedBy(3), MOMENT, MOMENT);

  private static Mischief mischief(long seed) {
    return new Mischief(REACH, ANSWER::equals, seed);
  }

  private static List<List<Piece>> played(Mischief mischief, int answers) {
    List<List<Piece>> played = new ArrayList<>();
    for (int i = 0; i < answers; i++) {
      List<Frame> arrived = mischief.towards(ANSWER);
      played.add(mischief.back(i, arrived.isEmpty() ? List.of() : List.of(ANSWER), () -> FOREIGN));
    }
    return played;
  }

  @Test
  void playsEveryPrankAboutAsOftenAsItSays() {
    Mischief mischief = mischief(1);
    played(mischief, 10_000);

    assertThat(mischief.counts()).containsOnlyKeys(Prank.values());
    assertThat(mischief.counts())
        .allSatisfy(
            (prank, count) -> assertThat(count).isGreaterThan((long) (8_000 * prank.share())));
  }

  @Test
  void playsTheSameAgainForTheSameSeed() {
    assertThat(played(mischief(7), 500)).isEqualTo(played(mischief(7), 500));
    assertThat(played(mischief(7), 500)).isNotEqualTo(played(mischief(8), 500));
  }

  @Test
  void leavesEverythingAloneWhenCalm() {
    Mischief mischief = mischief(1);
    mischief.calm(true);

    assertThat(played(mischief, 1_000))
        .allSatisfy(
            pieces ->
                assertThat(pieces).singleElement().extracting(Piece::bytes).isEqualTo(ANSWER));
    assertThat(mischief.damaged()).isZero();
  }

  @Test
  void staysWithinItsReach() {
    assertThat(played(mischief(1), 5_000))
        .filteredOn(pieces -> !pieces.isEmpty())
        .allSatisfy(pieces -> assertThat(pieces.getFirst().after()).isLessThan(REACH.late()));
  }

  @Test
  void countsDamageThatNothingTells() {
    Mischief blind = new Mischief(REACH, _ -> true, 1);
    played(blind, 1_000);

    assertThat(blind.wholeByChance()).isEqualTo(blind.damaged()).isPositive();
  }
}
