package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.web.model.Health.Check;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored reaches the receiver, whatever happens on the way. Nothing waits here. */
final class LoopTest {
  @TempDir private Path folder;
  private Shelf shelf;
  private final FakeReceiver receiver = new FakeReceiver(10);
  private Loop loop;

  @BeforeEach
  void build() {
    shelf = new Shelf(folder);
    loop = new Loop(receiver, shelf.outbox(), shelf.time, new Random(1));
  }

  @AfterEach
  void close() {
    loop.close();
    shelf.close();
  }

  @Test
  void itGoesInOrderAndInBoundedLoads() {
    shelf.hear(0, 4);
    shelf.hear(4, 25);
    loop.turn();

    assertThat(receiver.loads).containsExactly(10, 10, 9);
    assertThat(receiver.kept.values()).containsExactlyElementsOf(upTo(29));
  }

  @Test
  void whatWasSentIsNotSentAgain() {
    shelf.hear(0, 15);
    loop.turn();
    loop.turn();
    shelf.hear(15, 1);
    loop.turn();

    assertThat(receiver.loads).containsExactly(10, 5, 1);
  }

  @Test
  void aBlockOfWhichTheReceiverHasTheBeginningGoesOnThere() {
    shelf.hear(0, 35);
    receiver.failIf(attempt -> attempt == 2);
    loop.turn();
    loop.turn();

    assertThat(receiver.loads).containsExactly(10, 10, 10, 5);
    assertThat(receiver.kept.values()).containsExactlyElementsOf(upTo(35));
  }

  @Test
  void anOutageIsCaughtUpWithNothingLeftOut() {
    receiver.failIf(_ -> true);
    for (int block = 0; block < 20; block++) {
      shelf.hear(block * 7, 7);
      loop.turn();
    }
    assertThat(receiver.kept).isEmpty();

    receiver.failIf(attempt -> attempt % 2 == 0);
    for (int turn = 0; turn < 20; turn++) {
      loop.turn();
    }

    assertThat(receiver.kept.values()).containsExactlyElementsOf(upTo(140));
  }

  @Test
  void afterARestartItGoesOnWhereItWas() {
    shelf.hear(0, 5);
    loop.turn();
    loop.close();
    shelf.close();
    shelf = new Shelf(folder);
    shelf.time.pass(Duration.ofMinutes(5));
    shelf.hear(5, 5);
    loop = new Loop(receiver, shelf.outbox(), shelf.time, new Random(1));
    loop.turn();

    assertThat(receiver.loads).containsExactly(5, 5);
  }

  @Test
  void nothingIsSentBeforeTheClockIsRightAndThenAtTheRightTime() {
    shelf.isSure.set(false);
    shelf.time.setWall(shelf.start.minusSeconds(10_000));
    shelf.hear(0, 3);
    loop.turn();
    assertThat(receiver.loads).isEmpty();
    assertThat(loop.check().cause()).contains("clock");

    shelf.store.move(shelf.time.now().sinceBoot(), Duration.ofSeconds(10_000));
    shelf.isSure.set(true);
    loop.turn();

    assertThat(receiver.kept.firstEntry()).isEqualTo(Map.entry(shelf.start, 0L));
  }

  @Test
  void whoCatchesUpForLongIsTendedMeanwhile() {
    shelf.hear(0, 100);
    receiver.during(() -> shelf.time.pass(Duration.ofSeconds(3)));
    loop.turn();

    assertThat(receiver.loads).hasSize(10);
    assertThat(receiver.tended).isEqualTo(6); // first, and after each second load
  }

  @Test
  void whoWantsNoReadingsIsTendedAlone() {
    shelf.hear(0, 5);
    receiver.refrain();
    loop.turn();

    assertThat(receiver.tended).isOne();
    assertThat(receiver.loads).isEmpty();
    assertThat(loop.check())
        .isEqualTo(Check.well("fake", "no trouble; it gets no stored readings"));
  }

  @Test
  void aLoopThatStandsStillIsNotCalledWell() {
    shelf.hear(0, 3);
    loop.turn();
    shelf.time.pass(Progress.STUCK);
    assertThat(loop.check().isWell()).isTrue();

    shelf.time.pass(Duration.ofSeconds(1));
    assertThat(loop.check().isWell()).isFalse();
    assertThat(loop.check().cause()).startsWith("sending has stood still for 10 min");

    loop.turn();
    assertThat(loop.check().isWell()).isTrue();
  }

  @Test
  void pausesGrowToFiveMinutesAndStartAgainAfterwards() {
    shelf.hear(0, 1);
    receiver.failIf(_ -> true);
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      pauses.add(loop.turn());
    }

    assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(2_500), Duration.ofSeconds(5));
    assertThat(pauses.getLast()).isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
    assertThat(pauses).doesNotHaveDuplicates(); // jitter
    receiver.failIf(_ -> false);
    assertThat(loop.turn()).isEqualTo(Duration.ofSeconds(5));
    receiver.failIf(_ -> true);
    shelf.hear(1, 1);
    assertThat(loop.turn()).isLessThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void whoCannotBeReachedAtFirstGetsWhatWasHeardMeanwhile() {
    shelf.hear(0, 3);
    receiver.setGone(true);
    try (Loop late =
        new Loop(receiver, shelf.store.outbox("late", false), shelf.time, new Random(1))) {
      late.turn();
      shelf.hear(3, 2);
      late.turn();
      receiver.setGone(false);
      late.turn();
    }

    assertThat(receiver.kept.values()).containsExactly(3L, 4L);
  }

  @Test
  void whatWasLostInThisRunIsSaidUntilItsEnd() {
    StoreConfig keepADay =
        new StoreConfig(
            Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(1), StoreConfig.FOREVER, 0);
    shelf.close();
    shelf = new Shelf(folder, keepADay);
    receiver.setGone(true);
    try (Loop slow = new Loop(receiver, shelf.outbox(), shelf.time, new Random(1))) {
      slow.turn();
      shelf.hear(0, 5);
      shelf.time.pass(Duration.ofDays(3));
      shelf.hear(5, 1);
      shelf.store.upkeep();
      assertThat(slow.check().cause()).contains("5 readings were let go by the store");
      receiver.setGone(false);
      slow.turn();

      assertThat(slow.check().isWell()).isFalse();
      assertThat(slow.check().next()).contains("keep-raw");
    }
  }

  @Test
  void theBoardTellsHowItGoesAndWhatToDo() {
    assertThat(loop.check()).isEqualTo(Check.well("fake", "nothing to send yet"));
    shelf.hear(0, 5);
    loop.turn();
    shelf.time.pass(Duration.ofMinutes(2));
    assertThat(loop.check())
        .isEqualTo(Check.well("fake", "5 readings sent since the start, the newest 2 min old"));

    receiver.failIf(_ -> true);
    shelf.hear(5, 1);
    loop.turn();
    shelf.time.pass(Duration.ofMinutes(61));

    assertThat(loop.check())
        .isEqualTo(
            Check.degraded(
                "fake",
                "connect x: refused; it is behind by 1 h 3 min",
                "start x; nothing is lost as long as the store keeps it"));
  }

  private static List<Long> upTo(int count) {
    return LongStream.range(0, count).boxed().toList();
  }
}
