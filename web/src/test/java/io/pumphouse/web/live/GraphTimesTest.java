package io.pumphouse.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class GraphTimesTest {
  private static final GraphWish DAY = wish("24h");
  private static final GraphWish WEEK = wish("7d");
  private static final long EVERY = Duration.ofSeconds(30).toNanos();

  private final GraphTimes<String> times = new GraphTimes<>();

  private static GraphWish wish(String range) {
    return new GraphWish("house", range, "", "", List.of("cop"), "", "");
  }

  private Map<GraphWish, List<String>> taken(long now) {
    return times.take(now, UnaryOperator.identity());
  }

  @Test
  void ofAnOpenWishOnlyTheStepBeforeTheLastAndWhatCameSinceIsLeft() {
    GraphWish open =
        new GraphWish("house", "", "2026-02-03T09:00:00Z", "", List.of("cop"), "", "60000");
    times.change("tab", open, 0);

    times.take(0, wish -> wish.after(Instant.parse("2026-02-03T10:15:30Z")));

    assertThat(taken(EVERY).keySet())
        .extracting(GraphWish::from)
        .containsExactly("2026-02-03T10:14:00Z");
  }

  @Test
  void aWishIsDueAtOnceAndThenEvery30Seconds() {
    times.change("tab", DAY, 0);

    assertThat(taken(0)).containsOnlyKeys(DAY);
    assertThat(taken(EVERY - 1)).isEmpty();
    assertThat(times.untilNext(EVERY - 1)).isEqualTo(1);
    assertThat(taken(EVERY)).containsOnlyKeys(DAY);
  }

  @Test
  void anUpdateIsDueAtOnceAndMovesTheNext() {
    times.change("tab", DAY, 0);
    taken(0);

    assertThat(times.update("tab", 10)).isTrue();

    assertThat(taken(10)).containsOnlyKeys(DAY);
    assertThat(taken(EVERY)).isEmpty();
    assertThat(taken(EVERY + 10)).containsOnlyKeys(DAY);
  }

  @Test
  void theNewestWishOfAClientWins() {
    times.change("tab", DAY, 0);
    times.change("tab", WEEK, 1);

    assertThat(taken(1)).containsOnlyKeys(WEEK);
  }

  @Test
  void equalWishesAreDrawnOnce() {
    times.change("tab", DAY, 0);
    times.change("phone", DAY, 0);

    assertThat(taken(0)).hasSize(1);
    assertThat(taken(EVERY).get(DAY)).containsExactlyInAnyOrder("tab", "phone");
  }

  @Test
  void whoLeftIsToldNothing() {
    times.change("tab", DAY, 0);
    times.forget("tab");

    assertThat(taken(EVERY)).isEmpty();
    assertThat(times.update("tab", 0)).isFalse();
    assertThat(times.untilNext(0)).isEqualTo(EVERY);
  }
}
