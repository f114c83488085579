package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who came in by a session or token that is over watches no longer. */
final class LiveAccessTest {
  private static final String[] COOKIE = {"Cookie", "pumphouse=viewer-session"};
  private static final String[] TOKEN = {"Authorization", "Bearer technician-token"};
  private static final int POLICY_VIOLATION = 1008;

  private final FakeAccess access = new FakeAccess(Accounts.State.CLAIMED);
  private final RunningServer running =
      new RunningServer(
          access,
          new FakeWrites(),
          new WebSettings(
              "127.0.0.1", 0, 4, Duration.ZERO, false, Set.of(), Set.of(), "", new Tls.None()));

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aSessionThatRunsOutTakesItsSocketWithIt() throws Exception {
    try (LiveClient socket = LiveClient.greeted(running, COOKIE)) {
      access.runOut("s-viewer");
      passFifteenSeconds();

      assertThat(socket.closeStatus()).isEqualTo(POLICY_VIOLATION);
    }
  }

  @Test
  void aTokenThatRunsOutTakesItsSocketWithIt() throws Exception {
    try (LiveClient socket = LiveClient.greeted(running, TOKEN)) {
      access.runOut("t-technician");
      passFifteenSeconds();

      assertThat(socket.closeStatus()).isEqualTo(POLICY_VIOLATION);
    }
  }

  @Test
  void whoeverIsStillGoodGoesOnWatching() throws Exception {
    try (LiveClient over = LiveClient.greeted(running, COOKIE);
        LiveClient good = LiveClient.greeted(running, "Authorization", "Bearer owner-token")) {
      access.runOut("s-viewer");
      passFifteenSeconds();
      assertThat(over.closeStatus()).isEqualTo(POLICY_VIOLATION);

      assertThat(good.next()).contains("readings");
      good.send("{\"type\":\"ping\"}");
      assertThat(good.next()).contains("pong");
    }
  }

  /** The clock stands still otherwise; a poll wakes whoever tells the clients. */
  private void passFifteenSeconds() {
    running.time.pass(Duration.ofSeconds(16));
    running.live.poll(Villa.HOUSE, Readings.value(Metric.OUTDOOR_TEMP, "0.1", -75));
  }
}
