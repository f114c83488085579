package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.HOUSE;
import static io.pumphouse.agent.store.pack.Samples.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Curves;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Stretch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves against the plainest way to work them out, over days as odd as they come. */
final class CurvesOracleTest {
  private static final Set<RegisterId> ALL =
      Set.of(new RegisterId("a"), new RegisterId("b"), new RegisterId("c"));

  private static final Stretch NONE = new Stretch(0, 0, 0, 0, 0);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyLevelSaysWhatTheReadingsSay(long seed) {
    Random random = new Random(seed);
    Rig rig = new Rig(folder);
    OddDays days = new OddDays(random, rig.time());
    Oracle oracle = new Oracle();
    for (int boot = 0; boot < 3; boot++) {
      try (ReadingStore store = rig.store("boot " + boot, Duration.ofSeconds(30))) {
        days.live(
            samples -> {
              store.offer(batch(samples));
              oracle.hear(samples);
            },
            store::commit,
            store::upkeep);
        compare(random, rig, store, oracle);
      }
    }
  }

  private static void compare(Random random, Rig rig, ReadingStore store, Oracle oracle) {
    Instant end = rig.time().wall();
    long length = Duration.between(rig.start(), end).toMillis();
    for (int question = 0; question < 12; question++) {
      Instant from = rig.start().plusMillis(random.nextLong(length));
      Instant to = from.plusMillis(1 + random.nextLong(length));
      int points = 1 + random.nextInt(700);

      Curves curves = store.recollection().curves(HOUSE, ALL, new Span(from, to), points);

      assertThat(curves.steps()).isBetween(1, points);
      assertThat(curves.from()).isBeforeOrEqualTo(from);
      assertThat(curves.from().plus(curves.step().multipliedBy(curves.steps())))
          .isAfterOrEqualTo(to);
      assertSame(curves, oracle.curves(curves.from(), curves.step(), curves.steps()));
    }
  }

  private static void assertSame(
      Curves told, Map<RegisterId, SortedMap<Integer, Stretch>> expected) {
    assertThat(told.byRegister().keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (register, steps) -> {
          SortedMap<Integer, Stretch> found =
              Objects.requireNonNull(told.byRegister().get(register)).stretches();
          assertThat(found.keySet()).as("%s %s", register, told.step()).isEqualTo(steps.keySet());
          steps.forEach(
              (step, stretch) ->
                  assertSame(found.getOrDefault(step, NONE), stretch, register, step));
        });
  }

  private static void assertSame(Stretch found, Stretch expected, RegisterId register, int step) {
    String what = register + " in step " + step + ": " + found + " instead of " + expected;
    assertThat(found.lowest()).as(what).isEqualTo(expected.lowest());
    assertThat(found.highest()).as(what).isEqualTo(expected.highest());
    assertThat(found.last()).as(what).isEqualTo(expected.last());
    assertThat(found.mean()).as(what).isCloseTo(expected.mean(), within(1e-6));
    assertThat(found.covered()).as(what).isCloseTo(expected.covered(), within(1e-9));
  }
}
