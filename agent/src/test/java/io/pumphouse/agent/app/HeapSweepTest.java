package io.pumphouse.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
  void theSecondWaitIsTheLongOne() throws InterruptedException {
    AtomicInteger collected = new AtomicInteger();
    CountDownLatch once = new CountDownLatch(1);
    HeapSweep sweep = new HeapSweep(SOON, NEVER, () -> count(collected, once));
    Thread sweeping = Thread.ofVirtual().start(sweep::run);
    assertThat(once.await(30, TimeUnit.SECONDS)).isTrue();

    sweep.close();
    assertThat(sweeping.join(Duration.ofSeconds(30))).isTrue();
    assertThat(collected).hasValue(1);
  }

  private static void count(AtomicInteger collected, CountDownLatch once) {
    collected.incrementAndGet();
    once.countDown();
  }

  @Test
  @Timeout(30)
  void collectsNothingOnceClosed() {
    AtomicInteger collected = new AtomicInteger();
    HeapSweep sweep = new HeapSweep(SOON, NEVER, collected::incrementAndGet);
    sweep.close();
    sweep.run();
    assertThat(collected).hasValue(0);
  }
}
