package io.pumphouse.agent.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Boots, restarts, steps and synchronisations in any order. */
final class AnyHistoryTest {
  /** Below what a person's setting must stand, so that only time servers are believed. */
  private static final int LONGEST_MILLIS = 60_000;

  private static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void onceSynchronizedEveryStampOfEveryBootWithATimeServerIsTrue(long seed) {
    Random random = new Random(seed);
    World world = new World(anyTime(random));
    Notebook notebook = new Notebook(world);
    Remembered memory = new Remembered(world);
    WallClock clock = new WallClock(world, world);
    Keeper keeper = clock.keeper(memory, List.of(notebook), _ -> {});
    for (int i = 0; i < 40; i++) {
      world.pass(Duration.ofMillis(1 + random.nextInt(LONGEST_MILLIS)));
      boolean isNewRun = false;
      switch (random.nextInt(8)) {
        case 0 -> world.set(anyTime(random));
        case 1 -> world.synchronize();
        case 2 -> {
          keeper.look();
          isNewRun = true;
        }
        case 3 -> {
          synchronizeAtLast(world, clock, notebook, keeper);
          world.reboot(Duration.ofHours(random.nextInt(100)), anyTime(random));
          isNewRun = true;
        }
        case 4 -> notebook.refuse(1);
        default -> {}
      }
      if (isNewRun) {
        clock = new WallClock(world, world);
        keeper = clock.keeper(memory, List.of(notebook), _ -> {});
      }
      notebook.write(clock);
      if (random.nextBoolean()) {
        keeper.look();
      }
    }
    synchronizeAtLast(world, clock, notebook, keeper);
    keeper.look();

    assertThat(clock.isSure()).isTrue();
    assertThat(notebook.lines())
        .allSatisfy(line -> assertThat(line.wall()).as("%s", line).isEqualTo(line.truth()));
  }

  /** And once more after the disk has perhaps refused. */
  private static void synchronizeAtLast(
      World world, WallClock clock, Notebook notebook, Keeper keeper) {
    world.pass(Duration.ofSeconds(1));
    world.synchronize();
    notebook.write(clock);
    keeper.look();
  }

  private static Instant anyTime(Random random) {
    return Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L)); // 1970 to 2096
  }
}
