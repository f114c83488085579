package io.pumphouse.agent.clock;

import static io.pumphouse.agent.store.pack.Samples.HOUSE;
import static io.pumphouse.agent.store.pack.Samples.batch;
import static io.pumphouse.agent.store.pack.Samples.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.ledger.ClockWatch;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Event.Kind;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clock, store and ledger together, on real files: both tell the same time afterwards. */
final class HealingTest {
  private static final Instant LONG_AGO = Instant.parse("1970-01-01T00:00:12Z");
  private static final Instant FAR_AHEAD = Instant.parse("2038-01-19T03:14:07Z");
  private static final RegisterId OUTDOOR = new RegisterId("30002");
  private static final Span EVER =
      new Span(LONG_AGO.minus(Duration.ofDays(400)), FAR_AHEAD.plus(Duration.ofDays(400)));

  @TempDir private Path folder;
  private final World world = new World(LONG_AGO);
  private final List<Instant> truth = new ArrayList<>();

  /** One run of the agent; closing it is what a power cut leaves after the last commit. */
  private final class Run implements AutoCloseable {
    private final WallClock clock;
    private final Ledger ledger;
    private final ReadingStore store;
    private Keeper keeper;

    Run() {
      world.pass(Duration.ofMillis(1));
      clock = new WallClock(world, world);
      ledger = new Ledger(folder.resolve("ledger.db"), world.boot(), clock);
      store =
          new ReadingStore(
              folder.resolve("readings.db"),
              world.boot(),
              new StoreConfig(Duration.ofHours(12)),
              ZoneOffset.UTC,
              clock,
              clock);
      keeper = keeper(ledger);
    }

    private Keeper keeper(Stamped second) {
      return clock.keeper(ledger.clock(), List.of(store, second), new ClockWatch(ledger));
    }

    /** A reading and an event at the same moment, and a look at the clock. */
    void note() {
      world.pass(Duration.ofSeconds(30));
      Moment now = clock.now();
      truth.add(world.truth());
      store.offer(batch(reading("30002", now, truth.size())));
      ledger.note(new Event(now, Kind.LINK_UP, "house", "" + truth.size()));
      keeper.look();
    }

    /** Until everything before is put right, at most. */
    void settle() {
      for (int i = 0; i < 3; i++) {
        world.pass(Duration.ofSeconds(5));
        keeper.look();
      }
    }

    List<Instant> readings() {
      List<Instant> walls = new ArrayList<>();
      assertThat(
              store
                  .recollection()
                  .each(HOUSE, Set.of(OUTDOOR), EVER, sample -> walls.add(sample.takenAt().wall())))
          .isInstanceOf(Done.class);
      return walls;
    }

    List<Instant> events() {
      return ledger.latest(100).reversed().stream()
          .filter(event -> event.kind() == Kind.LINK_UP)
          .map(event -> event.at().wall())
          .toList();
    }

    @Override
    public void close() {
      store.close();
      ledger.close();
    }
  }

  private void assertThatBothTellTheTruth(Run run) {
    assertThat(run.clock.isSure()).isTrue();
    assertThat(run.readings()).isEqualTo(truth);
    assertThat(run.events()).isEqualTo(truth);
  }

  @Test
  void storeAndLedgerAreMovedTogether() {
    try (Run run = new Run()) {
      run.note();
      world.set(FAR_AHEAD);
      run.note();
      world.synchronize();
      run.note();
      run.settle();

      assertThatBothTellTheTruth(run);
    }
  }

  @Test
  void whatAnEarlierRunStampedInTheSameBootIsMovedToo() {
    try (Run run = new Run()) {
      run.note();
    }
    world.synchronize();
    try (Run run = new Run()) {
      run.settle();
      run.note();

      assertThatBothTellTheTruth(run);
    }
  }

  @Test
  void powerCutBetweenStoreAndLedgerIsMadeGood() {
    try (Run run = new Run()) {
      run.note();
      run.keeper =
          run.keeper(
              (_, _) -> {
                throw new IllegalStateException("the power is cut");
              });
      world.synchronize();
      run.settle();
      assertThat(run.readings()).isEqualTo(truth);
      assertThat(run.clock.check().cause()).contains("not put right", "the power is cut");
    }
    try (Run run = new Run()) {
      run.settle();

      assertThatBothTellTheTruth(run);
    }
  }

  @Test
  void bootThatNeverKnewTheTimeIsPlacedAlikeInBoth() {
    try (Run run = new Run()) {
      run.note();
      run.note();
    }
    Instant last = world.truth();
    world.reboot(Duration.ofHours(5), LONG_AGO);
    try (Run run = new Run()) {
      run.note();
      world.synchronize();
      run.settle();
      run.note();

      assertThat(run.clock.isSure()).isTrue();
      assertThat(run.readings()).isEqualTo(run.events()).hasSize(4);
      assertThat(run.readings().subList(2, 4)).isEqualTo(truth.subList(2, 4));
      assertThat(run.readings().get(1)).isBeforeOrEqualTo(last.plus(Duration.ofHours(5)));
      assertThat(Duration.between(run.readings().get(0), run.readings().get(1)))
          .isEqualTo(Duration.ofSeconds(30));
    }
  }

  @Test
  void nothingIsMovedTwiceHoweverOftenTheAgentStarts() {
    try (Run run = new Run()) {
      run.note();
    }
    world.reboot(Duration.ofHours(1), FAR_AHEAD);
    List<Instant> first = new ArrayList<>();
    for (int start = 0; start < 3; start++) {
      try (Run run = new Run()) {
        run.note();
        world.synchronize();
        run.settle();

        first.add(run.readings().getFirst());
        assertThat(run.readings()).isEqualTo(run.events());
        assertThat(run.readings().subList(1, truth.size()))
            .isEqualTo(truth.subList(1, truth.size()));
      }
    }
    assertThat(Set.copyOf(first)).hasSize(1);
  }
}
