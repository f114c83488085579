package io.pumphouse.agent.store;

import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Stores numbered samples as fast as it can until it is killed. Prints {@code ready}, and after
 * each commit the last number that had been offered when that commit began.
 */
final class Doomed {
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(50);

  private Doomed() {}

  /**
   * Runs until killed.
   *
   * @param args the file, the first number, the boot id
   */
  public static void main(String[] args) {
    System.out.println("ready");
    TimeSource time = new MachineTime();
    ReadingStore store =
        new ReadingStore(Path.of(args[0]), args[2], Duration.ofDays(1), time); // commits are ours
    AtomicLong offered = new AtomicLong();
    Thread.ofPlatform().daemon().start(() -> offer(store, Long.parseLong(args[1]), time, offered));
    while (true) {
      LockSupport.parkNanos(COMMIT_INTERVAL.toNanos());
      long safe = offered.get();
      store.commit();
      if (store.check().isWell() && safe > 0) {
        System.out.println(safe);
      }
    }
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
    @Override
    public Instant wall() {
      return Instant.now();
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }
  }
}
