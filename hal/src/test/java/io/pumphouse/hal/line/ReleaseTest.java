package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private final CountDownLatch driver = new CountDownLatch(1);

  private void hang() {
    try {
      driver.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aDriverThatHangsIsLeftBehindOnADaemonThread() {
    CompletableFuture<Thread> closer = new CompletableFuture<>();
    boolean ended =
        new Release(Duration.ofMillis(20))
            .of(
                "/dev/ttyUSB0",
                () -> {
                  closer.complete(Thread.currentThread());
                  hang();
                });

    assertThat(ended).isFalse();
    assertThat(closer.join().isAlive()).isTrue();
    assertThat(closer.join().isDaemon()).isTrue();
    assertThat(closer.join().getName()).isEqualTo("close-/dev/ttyUSB0");
    driver.countDown();
  }

  @Test
  void aDriverThatClosesIsWaitedFor() {
    CompletableFuture<Boolean> closed = new CompletableFuture<>();

    assertThat(new Release(Duration.ofSeconds(10)).of("/dev/ttyUSB0", () -> closed.complete(true)))
        .isTrue();
    assertThat(closed).isCompletedWithValue(true);
  }
}
