package io.pumphouse.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GraphTimesTest {
  private static final GraphWish DAY = wish("24h");
  private static final GraphWish WEEK = wish("7d");
  private static final long EVERY = Duration.ofSeconds(30).toNanos();

  private final GraphTimes<String> times = new GraphTimes<>();

  private static GraphWish wish(String range) {
    return new GraphWish("house", range, "", "", List.of("cop"), "");
  }

  @Test
  void aWishIsDueAtOnceAndThenEvery30Seconds() {
    times.change("tab", DAY, 0);

    assertThat(times.take(0)).containsOnlyKeys(DAY);
    assertThat(times.take(EVERY - 1)).isEmpty();
    assertThat(times.untilNext(EVERY - 1)).isEqualTo(1);
    assertThat(times.take(EVERY)).containsOnlyKeys(DAY);
  }

  @Test
  void anUpdateIsDueAtOnceAndMovesTheNext() {
    times.change("tab", DAY, 0);
    times.take(0);

    assertThat(times.update("tab", 10)).isTrue();

    assertThat(times.take(10)).containsOnlyKeys(DAY);
    assertThat(times.take(EVERY)).isEmpty();
    assertThat(times.take(EVERY + 10)).containsOnlyKeys(DAY);
  }

  @Test
  void theNewestWishOfAClientWins() {
    times.change("tab", DAY, 0);
    times.change("tab", WEEK, 1);

    assertThat(times.take(1)).containsOnlyKeys(WEEK);
  }

  @Test
  void equalWishesAreDrawnOnce() {
    times.change("tab", DAY, 0);
    times.change("phone", DAY, 0);

    assertThat(times.take(0)).hasSize(1);
    assertThat(times.take(EVERY).get(DAY)).containsExactlyInAnyOrder("tab", "phone");
  }

  @Test
  void whoLeftIsToldNothing() {
    times.change("tab", DAY, 0);
    times.forget("tab");

    assertThat(times.take(EVERY)).isEmpty();
    assertThat(times.update("tab", 0)).isFalse();
    assertThat(times.untilNext(0)).isEqualTo(EVERY);
  }
}
