package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a browser hears of a poll. Time stands still but where it is passed. */
final class LivePaceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private RunningServer running;
  private LiveClient client;

  @BeforeEach
  void open() throws InterruptedException {
    running = RunningServer.tellingEvery(SECOND);
    client = LiveClient.greeted(running);
  }

  @AfterEach
  void close() {
    client.close();
    running.close();
  }

  private static LiveReading outdoors(int tenths) {
    return Readings.value(Metric.OUTDOOR_TEMP, "0.1", tenths);
  }

  private String polled(Duration after, int tenths) throws InterruptedException {
    running.time.pass(after);
    running.live.poll(Villa.HOUSE, outdoors(tenths));
    return client.next();
  }

  @Test
  void afterOnePollThatWasLateThoseOnTimeAreToldAtOnceAgain() throws Exception {
    polled(SECOND, -10);
    polled(Duration.ofMillis(1400), -20);

    assertThat(polled(Duration.ofMillis(600), -30)).contains("\"value\":-3.0,");
    assertThat(polled(SECOND, -40)).contains("\"value\":-4.0,");
  }

  @Test
  void whatIsPolledMoreOftenThanIsToldIsToldOnceAsItIsThen() throws Exception {
    polled(SECOND, -10);
    polled(Duration.ZERO, -20);
    running.live.poll(Villa.HOUSE, outdoors(-30));
    running.live.poll(Villa.HOUSE, outdoors(-40));

    assertThat(polled(SECOND, -50)).contains("\"value\":-5.0,");
  }

  @Test
  void whatARoundGaveInPartIsToldWithTheRest() throws Exception {
    running.live.pollInPart(Villa.HOUSE, outdoors(-10));
    running.live.pollInPart(Villa.HOUSE, outdoors(-20));

    assertThat(polled(Duration.ZERO, -30)).contains("\"value\":-3.0,");
  }
}
