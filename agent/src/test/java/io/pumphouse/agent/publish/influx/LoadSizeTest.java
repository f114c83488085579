package io.pumphouse.agent.publish.influx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many lines a load has, by what became of those before. */
final class LoadSizeTest {
  private final LoadSize size = new LoadSize();

  @Test
  void aLoadThatWasTooSlowIsHalvedDownToTheFewest() {
    size.tooSlow(400);
    assertThat(most()).isEqualTo(200);

    for (int i = 0; i < 9; i++) {
      size.tooSlow(most());
    }
    assertThat(most()).isEqualTo(LoadSize.FEWEST);
  }

  @Test
  void whereTheServerHungWithAFewLinesTheirNumberWasNotTheReason() {
    size.tooSlow(3);

    assertThat(most()).isEqualTo(LoadSize.MOST);
  }

  @Test
  void itGrowsOnlyAfterManyFullLoads() {
    size.tooSlow(LoadSize.MOST);
    for (int i = 1; i < LoadSize.LOADS_BEFORE_MORE; i++) {
      size.taken(2_500);
      size.taken(7); // the rest of a turn tells nothing about a full load
    }
    assertThat(most()).isEqualTo(2_500);

    size.taken(2_500);
    assertThat(most()).isEqualTo(LoadSize.MOST);
  }

  @Test
  void aFailureBeginsTheCountAnew() {
    size.tooSlow(400);
    for (int i = 1; i < LoadSize.LOADS_BEFORE_MORE; i++) {
      size.taken(200);
    }
    size.tooSlow(200);
    size.taken(100);

    assertThat(most()).isEqualTo(100);
  }

  @Test
  void whatIsTooLargeOnceIsSoForGood() {
    size.tooLarge(400);
    size.tooSlow(200);
    for (int i = 0; i < 10 * LoadSize.LOADS_BEFORE_MORE; i++) {
      size.taken(most());
    }

    assertThat(most()).isEqualTo(200);
  }

  private int most() {
    int lines = 1;
    while (!size.isReachedBy(lines)) {
      lines++;
    }
    return lines;
  }
}
