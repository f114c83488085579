package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.sample.FakeLive;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How clients of the live socket come and go. */
final class LiveClientsTest {
  private static final LiveReading COLD = Readings.value(Metric.OUTDOOR_TEMP, "0.1", -75);
  private static final LiveReading COLDER = Readings.value(Metric.OUTDOOR_TEMP, "0.1", -76);

  private final RunningServer running =
      new RunningServer(
          Villa.SITE, new FakeLive().with(Villa.HOUSE, COLDER), Villa.history(), Villa.health(), 2);

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void oneClientTooManyIsRefusedWithTheCause() throws Exception {
    try (LiveClient first = LiveClient.greeted(running);
        LiveClient second = LiveClient.greeted(running)) {
      assertThatThrownBy(() -> LiveClient.connect(running))
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(503));
      assertThat(RawClient.upgrade(running, "").response())
          .contains("all live connections are taken; close one and try again");
      first.send("{\"type\":\"ping\"}");
      second.send("{\"type\":\"ping\"}");
      assertThat(first.next() + second.next()).contains("pong");
    }
  }

  @Test
  void aPageFromElsewhereCannotConnect() {
    assertThatThrownBy(() -> LiveClient.connect(running, "Origin", "http://evil.example"))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
  }

  @Test
  void ourOwnPageCanConnect() throws Exception {
    try (LiveClient client =
        LiveClient.connect(running, "Origin", "http://127.0.0.1:" + running.port)) {
      assertThat(client.next()).contains("connection_status");
    }
  }

  @Test
  void aClientThatStopsReadingIsClosedAndDelaysNobody() throws Exception {
    LiveReading[] much = much(0);
    try (RawClient stalled = RawClient.upgrade(running, "");
        LiveClient reader = LiveClient.greeted(running)) {
      awaitClients(2);
      int polls = 0;
      while (liveClients() == 2) {
        assertThat(++polls).as("messages queued for a client that does not read").isLessThan(500);
        running.live.poll(Villa.HOUSE, much(polls));
        assertThat(reader.next()).startsWith("{\"type\":\"readings\",\"seq\":" + (2 + polls));
      }
      assertThat(polls).as("a full queue is allowed").isGreaterThan(64);
      assertThat(much).hasSize(200);
      assertThat(stalled.closeStatus()).isEqualTo(1013);
    }
  }

  @Test
  void aClientThatGivesNoSignOfLifeIsDropped() throws Exception {
    try (RawClient left = RawClient.upgrade(running, "");
        LiveClient stayed = LiveClient.greeted(running)) {
      awaitClients(2);
      for (int i = 0; i < 4; i++) {
        running.time.pass(Duration.ofSeconds(16));
        stayed.send("{\"type\":\"ping\"}");
        stayed.next();
        running.live.poll(Villa.HOUSE, COLD);
        stayed.next();
      }

      awaitClients(1);
      stayed.send("{\"type\":\"ping\"}");
      assertThat(stayed.next()).contains("pong");
      left.readToEnd();
    }
  }

  @Test
  void whoSaysNothingIsAskedForASignOfLife() throws Exception {
    try (RawClient quiet = RawClient.upgrade(running, "")) {
      awaitClients(1);
      running.time.pass(Duration.ofSeconds(16));
      running.live.poll(Villa.HOUSE, COLD);

      assertThatCode(quiet::awaitPing).doesNotThrowAnyException();
    }
  }

  @Test
  void aClientThatComesAfterQuietTimesMissesNoChangeBack() throws Exception {
    try (LiveClient early = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE, COLD);
      early.next();
    }
    awaitClients(0);
    running.live.with(Villa.HOUSE, COLDER);
    try (LiveClient late = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE, COLD);

      assertThat(late.next()).contains("\"value\":-7.5");
    }
  }

  @Test
  void connectionsLeaveNoCookieAndNoSession() throws Exception {
    try (RawClient client = RawClient.upgrade(running, "")) {
      assertThat(client.head()).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("cookie");
    }
  }

  @Test
  void compressionIsNotAgreedTo() throws Exception {
    String offer = "Sec-WebSocket-Extensions: permessage-deflate\n";
    try (RawClient client = RawClient.upgrade(running, offer)) {
      assertThat(client.head()).startsWith("HTTP/1.1 101").doesNotContain("deflate");
    }
  }

  @Test
  void aPlainRequestIsToldToUpgrade() throws Exception {
    assertThat(running.get("/ws/live").statusCode()).isEqualTo(426);
  }

  @Test
  void closingTheServerSaysGoodbyeAndEndsTheSubscription() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      assertThat(running.live.listeners()).isEqualTo(1);

      running.server.close();

      assertThat(client.closeStatus()).isEqualTo(1001);
      assertThat(running.live.listeners()).isZero();
    }
  }

  /** Two hundred registers, each with a number that was not said before. */
  private static LiveReading[] much(int poll) {
    List<LiveReading> readings = new ArrayList<>();
    IntStream.range(0, 200)
        .mapToObj(i -> Readings.register(String.valueOf(i), "register " + i, Unit.NONE, poll))
        .forEach(readings::add);
    return readings.toArray(LiveReading[]::new);
  }

  private int liveClients() {
    return Integer.parseInt(running.server.check().cause().replaceAll(".*, (\\d+) live.*", "$1"));
  }

  private void awaitClients(int count) throws InterruptedException {
    Deadline.await(() -> liveClients() == count, count + " clients");
  }
}
