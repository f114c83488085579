package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Five hundred times what no honest client sends. {@code scripts/bench hostile} sends ten thousand
 * to the whole agent and looks at its memory.
 */
final class HostileTest {
  private static final int REQUESTS = 400;
  private static final int SOCKETS = 100;
  private static final long SEED = 20_260_101;

  private final FakeAccess access = new FakeAccess(Accounts.State.CLAIMED);
  private final FakeWrites writes = new FakeWrites();
  private final RunningServer running =
      new RunningServer(
          access,
          writes,
          new WebSettings(
              "127.0.0.1", 0, 100, Duration.ZERO, false, Set.of(), Set.of(), "", new Tls.None()));
  private final Mischief mischief = new Mischief(SEED);

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void noRequestBreaksAnythingOrLearnsHowItIsMade() throws Exception {
    running.get("/login");
    int threads = platformThreads();
    int refused = 0;
    for (int i = 0; i < REQUESTS; i++) {
      String answer = told("", mischief.request());
      assertHarmless("request " + i + " of seed " + SEED, answer);
      refused += answer.startsWith("HTTP/1.1 4") ? 1 : 0;
    }
    assertThat(refused).as("most are told that they are wrong").isGreaterThan(REQUESTS / 2);
    assertUnchanged(threads);
  }

  @Test
  void noFrameBreaksAnythingOrLearnsHowItIsMade() throws Exception {
    running.get("/login");
    int threads = platformThreads();
    for (int i = 0; i < SOCKETS; i++) {
      byte[] frames = mischief.frames();
      String answer = told("Cookie: pumphouse=viewer-session\n", frames);
      assertHarmless("frames " + i + " of seed " + SEED, answer);
    }
    assertUnchanged(threads);
  }

  /** Everything that comes back; where there is a header, over a live socket. */
  private String told(String header, byte[] bytes) throws IOException {
    try (RawClient client = RawClient.send(running, "")) {
      if (!header.isEmpty()) {
        client.sendUpgrade(header);
        assertThat(client.head()).startsWith("HTTP/1.1 101");
      }
      client.sendLast(bytes);
      return client.all();
    } catch (IOException reset) {
      return ""; // hung up on: as good an answer as any
    }
  }

  private static void assertHarmless(String which, String answer) {
    assertThat(answer)
        .as(which)
        .doesNotContain("Exception", "\tat ", "org.eclipse", "io.javalin", "java.", "io.pumphouse")
        .doesNotContain("HTTP/1.1 500");
  }

  private void assertUnchanged(int threads) throws Exception {
    assertThat(running.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(access.changes()).isEmpty();
    assertThat(writes.orders()).isEmpty();
    assertThat(platformThreads()).isLessThanOrEqualTo(threads + 4); // the pool's own six at most
  }

  private static int platformThreads() {
    return Thread.getAllStackTraces().size();
  }
}
