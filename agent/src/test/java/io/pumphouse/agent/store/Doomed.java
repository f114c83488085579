package io.pumphouse.agent.store;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.store.pack.Samples;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Stores numbered samples and rolls them up as fast as it can until it is killed. Prints {@code
 * ready}, and after each commit the last number that had been offered when that commit began.
 */
final class Doomed {
  /** Times as fast as the wall clock goes, so that hours end and are rolled up meanwhile. */
  private static final long HURRY = 20_000;

  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(50);

  private Doomed() {}

  /**
   * Runs until killed, or for so many milliseconds.
   *
   * @param args the file, the first number, the boot id, perhaps milliseconds
   */
  public static void main(String[] args) {
    System.out.println("ready");
    TimeSource time = new MachineTime();
    ReadingStore store =
        new ReadingStore(
            Path.of(args[0]),
            args[2],
            new StoreConfig(Duration.ofSeconds(1)), // but commits are ours
            ZoneOffset.UTC,
            () -> true,
            time);
    AtomicLong offered = new AtomicLong();
    Thread.ofPlatform().daemon().start(() -> offer(store, Long.parseLong(args[1]), time, offered));
    long end = System.nanoTime() + (args.length < 4 ? Long.MAX_VALUE / 2 : millis(args[3]));
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(COMMIT_INTERVAL.toNanos());
      long safe = offered.get();
      store.commit();
      if (store.check().isWell() && safe > 0) {
        System.out.println(safe);
      }
      store.upkeep();
    }
  }

  private static long millis(String millis) {
    return Duration.ofMillis(Long.parseLong(millis)).toNanos();
  }

  private static void offer(ReadingStore store, long first, TimeSource time, AtomicLong offered) {
    Random random = new Random(first);
    for (long number = first; ; number++) {
      Moment now = time.now();
      store.offer(
          Samples.batch(
              Samples.reading("number", now, number),
              Samples.reading("noise", now, random.nextInt(1_000))));
      offered.set(number);
      LockSupport.parkNanos(200_000);
    }
  }

  private static final class MachineTime implements TimeSource {
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant wall() {
      return start.plusNanos((System.nanoTime() - startNanos) * HURRY);
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }
  }
}
