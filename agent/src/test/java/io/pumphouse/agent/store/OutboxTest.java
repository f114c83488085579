package io.pumphouse.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.store.Outbox.Next;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be passed on. The rig begins on 15 January 2026 at noon UTC. */
final class OutboxTest {
  @TempDir private Path folder;
  private Rig rig = new Rig(Path.of(""));

  @BeforeEach
  void build() {
    rig = new Rig(folder);
  }

  @Test
  void aNewReceiverBeginsWithWhatComes() {
    try (ReadingStore store = rig.store()) {
      stored(store, 1);
      Outbox outbox = store.outbox("a", false);
      long start = start(outbox);
      stored(store, 2);

      assertThat(all(outbox, start)).containsExactly("2 at 5 s");
    }
  }

  @Test
  void aNewReceiverMayHaveWhatIsStored() {
    try (ReadingStore store = rig.store()) {
      stored(store, 1);
      stored(store, 2);
      Outbox outbox = store.outbox("a", true);

      assertThat(all(outbox, start(outbox))).containsExactly("1 at 0 s", "2 at 5 s");
    }
  }

  @Test
  void afterAPowerCutNothingIsLeftOut() {
    try (ReadingStore store = rig.store()) {
      Outbox outbox = store.outbox("a", true);
      assertThat(start(outbox)).isZero();
      stored(store, 1);
      stored(store, 2);
      assertThat(outbox.next(1, 1)).isInstanceOf(Next.Found.class); // no ten minutes: not kept
    }
    try (ReadingStore store = rig.store()) {
      Outbox outbox = store.outbox("a", true);

      assertThat(all(outbox, start(outbox))).containsExactly("1 at 0 s", "2 at 5 s");
    }
  }

  @Test
  void theBookmarkIsKeptEveryTenMinutesAndAtTheEnd() {
    try (ReadingStore store = rig.store()) {
      Outbox outbox = store.outbox("a", true);
      assertThat(start(outbox)).isZero();
      stored(store, 1);
      stored(store, 2);
      stored(store, 3);
      rig.time().pass(Duration.ofMinutes(10));
      assertThat(outbox.next(1, 1)).isInstanceOf(Next.Found.class);
      assertThat(start(store.outbox("a", true))).isEqualTo(1);

      outbox.keep(2);
    }
    try (ReadingStore store = rig.store()) {
      assertThat(start(store.outbox("a", true))).isEqualTo(2);
    }
  }

  @Test
  void nothingIsToldWhileTheClockIsUnsure() {
    try (ReadingStore store = rig.store()) {
      Outbox outbox = store.outbox("a", true);
      long start = start(outbox);
      rig.setSure(false);
      stored(store, 1);

      assertThat(outbox.next(start, start)).isEqualTo(new Next.Unsure());
    }
  }

  @Test
  void whatWasPutRightIsToldAtItsRightTime() {
    try (ReadingStore store = rig.store()) {
      Outbox outbox = store.outbox("a", true);
      long start = start(outbox);
      rig.time().setWall(rig.start().minusSeconds(1_000));
      stored(store, 1);
      store.move(rig.time().now().sinceBoot(), Duration.ofSeconds(1_000));

      assertThat(all(outbox, start)).containsExactly("1 at 0 s");
    }
  }

  /** A battery clock was taken for right, until a time server knew better. */
  @Test
  void whatWasPassedOnWithTimesThatArePutRightIsPassedOnAgain() {
    try (ReadingStore store = rig.store()) {
      Outbox outbox = store.outbox("a", true);
      long start = start(outbox);
      stored(store, 1);
      rig.time().setWall(rig.time().wall().minusSeconds(40));
      Duration set = rig.time().now().sinceBoot();
      stored(store, 2);
      assertThat(all(outbox, start)).containsExactly("1 at 0 s", "2 at -35 s");
      assertThat(outbox.next(2, 2)).isEqualTo(new Next.Nothing());
      store.move(set, Duration.ZERO);
      rig.time().setWall(rig.time().wall().plusSeconds(40));
      store.move(rig.time().now().sinceBoot(), Duration.ofSeconds(40));
      stored(store, 3);

      assertThat(outbox.next(2, 2)).isEqualTo(new Next.From(1));
      assertThat(all(outbox, 1)).containsExactly("2 at 5 s", "3 at 10 s");
    }
  }

  @Test
  void whoTakesThePlaceOfAnotherGoesOnWhereThatWas() {
    try (ReadingStore store = rig.store()) {
      Outbox old = store.outbox("influx http://a pumps", true);
      assertThat(start(old)).isZero();
      stored(store, 1);
      stored(store, 2);
      assertThat(old.next(1, 1)).isInstanceOf(Next.Found.class);
      old.keep(1);

      assertThat(start(store.outbox("influx http://b pumps", false))).isEqualTo(1);
      assertThat(start(store.outbox("influx http://c pumps", true))).isZero();
      assertThat(start(store.outbox("mqtt mqtt://a pumphouse", false))).isEqualTo(2);
    }
  }

  @Test
  void anEarlierBootIsWaitedForAndThenLeftOut() {
    rig.setSure(false);
    try (ReadingStore store = rig.store("first", Rig.NEVER)) {
      stored(store, 1);
    }
    rig.setSure(true);
    try (ReadingStore store = rig.store("second", Rig.NEVER)) {
      Outbox outbox = store.outbox("a", true);
      long start = start(outbox);
      stored(store, 2);
      assertThat(outbox.next(start, start)).isEqualTo(new Next.Unsure());

      rig.time().pass(Duration.ofMinutes(16));

      assertThat(all(outbox, start)).containsExactly("2 at 5 s");
      assertThat(outbox.lost()).isEqualTo(1);
    }
  }

  @Test
  void whatRetentionTakesUnsentIsCountedAndRemembered() {
    StoreConfig config =
        new StoreConfig(Rig.NEVER, Duration.ofDays(1), Duration.ofDays(2), StoreConfig.FOREVER, 0);
    try (ReadingStore store = rig.store("boot", config, Rig.STOCKHOLM)) {
      Outbox outbox = store.outbox("a", true);
      assertThat(start(outbox)).isZero();
      rig.minutes(store, 3 * 1_440);
      assertThat(outbox.next(10, 10)).isInstanceOf(Next.Found.class);
      store.upkeep();

      assertThat(outbox.lost()).isBetween(30 * 60L, 38 * 60L);
    }
    try (ReadingStore store = rig.store("boot", config, Rig.STOCKHOLM)) {
      Outbox again = store.outbox("a", true);
      assertThat(start(again)).isEqualTo(10);
      assertThat(again.lost()).isPositive();
    }
  }

  @Test
  void blocksThatAreBoundMeanwhileAreToldAllTheSame() {
    try (ReadingStore store = rig.store()) {
      Outbox outbox = store.outbox("a", true);
      long start = start(outbox);
      for (int i = 0; i < 20; i++) {
        stored(store, i);
      }
      assertThat(outbox.next(start + 10, start + 10)).isInstanceOf(Next.Found.class);
      rig.time().pass(Rig.NEVER.plusHours(3));
      store.upkeep();

      assertThat(all(outbox, start + 10)).hasSize(20).endsWith("18 at 90 s", "19 at 95 s");
    }
  }

  @Test
  void aFileThatTookTheOthersPlaceIsToldFromItsBeginning() {
    try (ReadingStore store = rig.store()) {
      Outbox outbox = store.outbox("a", true);
      start(outbox);
      stored(store, 1);
      stored(store, 2);
      outbox.keep(2);
    }
    rig.execute("DELETE FROM block");
    try (ReadingStore store = rig.store()) {
      Outbox outbox = store.outbox("a", true);
      stored(store, 3);

      assertThat(all(outbox, start(outbox))).containsExactly("3 at 10 s");
    }
  }

  private void stored(ReadingStore store, long raw) {
    rig.poll(store, raw);
    store.commit();
  }

  private static long start(Outbox outbox) {
    return outbox.next(0, 0) instanceof Next.From(long block) ? block : Long.MIN_VALUE;
  }

  private List<String> all(Outbox outbox, long start) {
    return PassedOn.all(outbox, start, rig.start());
  }
}
