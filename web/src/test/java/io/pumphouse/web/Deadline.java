package io.pumphouse.web;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do. */
final class Deadline {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Deadline() {}

  static void await(BooleanSupplier condition, String what) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
      }
      boolean ended = never.await(5, TimeUnit.MILLISECONDS);
      assert !ended;
    }
  }
}
