package io.pumphouse.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.health.Lifeline.Beginning;
import io.pumphouse.agent.health.Lifeline.Moving;
import io.pumphouse.agent.health.Lifeline.Stuck;
import io.pumphouse.agent.sqlite.HandTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelfProbeTest {
  private static final InetSocketAddress PLACE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080);

  private final HandTime time = new HandTime();
  private boolean isAnswering = true;
  private final SelfProbe probe = new SelfProbe(_ -> isAnswering, time);

  @Test
  void beginsUntilItHasAnsweredOnce() {
    assertThat(probe.movement()).isInstanceOf(Beginning.class);
    isAnswering = false;
    probe.opened(PLACE);
    assertThat(probe.movement()).isInstanceOf(Beginning.class);
    isAnswering = true;
    assertThat(probe.movement()).isEqualTo(new Moving());
  }

  @Test
  void aTakenPortIsTriedAgainAndThatMoves() {
    isAnswering = false;
    probe.shut();
    time.pass(Duration.ofHours(1));
    assertThat(probe.movement()).isEqualTo(new Moving());
  }

  @Test
  void anAnswerThatComesLateIsAnAnswer() {
    probe.opened(PLACE);
    probe.movement();
    isAnswering = false;
    time.pass(Duration.ofSeconds(115));
    assertThat(probe.movement()).isEqualTo(new Moving());
    isAnswering = true;
    assertThat(probe.movement()).isEqualTo(new Moving());
    isAnswering = false;
    time.pass(Duration.ofSeconds(115));
    assertThat(probe.movement()).isEqualTo(new Moving());
  }

  @Test
  void aDashboardThatHangsStopsTheSignsOfLife(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (NotifyEar systemd = new NotifyEar(folder)) {
      Watchdog watchdog =
          new Watchdog(systemd.notice(), Duration.ofDays(1), List.of(probe), () -> "well", time);
      probe.opened(PLACE);
      watchdog.look();
      isAnswering = false;
      time.pass(Duration.ofSeconds(121));
      watchdog.look();

      assertThat(systemd.next()).isEqualTo("READY=1");
      assertThat(systemd.next()).isEqualTo("STATUS=well");
      assertThat(systemd.next())
          .isEqualTo("STATUS=STUCK: dashboard on port 8080 has not answered for 121 s");
    }
    assertThat(probe.movement()).isInstanceOf(Stuck.class);
  }
}
