package io.pumphouse.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeapSweepTest {
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);

  @Test
  void collectsAgainAndAgain() throws InterruptedException {
    CountDownLatch twice = new CountDownLatch(2);
    try (HeapSweep sweep = new HeapSweep(SOON, SOON, twice::countDown)) {
      sweep.start();
      assertThat(twice.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void collectsNothingOnceClosed() {
    AtomicInteger collected = new AtomicInteger();
    HeapSweep sweep = new HeapSweep(NEVER, NEVER, collected::incrementAndGet);
    sweep.close();
    sweep.start();
    assertThat(collected).hasValue(0);
  }
}
