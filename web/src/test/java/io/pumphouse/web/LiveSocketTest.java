package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.sample.FakeLive;
import io.pumphouse.web.sample.Plight;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LiveSocketTest {
  private static final LiveReading COLD = Readings.value(Metric.OUTDOOR_TEMP, "0.1", -75);
  private static final LiveReading COLDER = Readings.value(Metric.OUTDOOR_TEMP, "0.1", -76);
  private static final LiveReading WARM = Readings.value(Metric.SUPPLY_TEMP, "0.1", 384);

  private static final String HOUSE =
      """
      "id":"house","model":"nibe-s1255","title":"NIBE S1155 / S1255","line":"192.0.2.10:502",\
      "unit":1,"link":"up","cause":"","next":"","last_answer":"2026-02-03T10:15:28.500Z",\
      "last_answer_age_ms":1500,"link_text":"answering","alarms":[]""";

  private static final String COLDER_JSON =
      """
      {"metric":"outdoor_temp","label":"Outdoors","value":-7.6,"unit":"°C","state":"value",\
      "reason":null,"at":"2026-02-03T10:15:28.500Z","age_ms":1500,"text":"−7.6\u00a0°C",\
      "suffix":"°C"}""";

  private final RunningServer running =
      new RunningServer(
          Villa.SITE, new FakeLive().with(Villa.HOUSE, COLDER), Villa.history(), Villa.health(), 2);

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aClientIsGreetedAndToldEverything() throws Exception {
    try (LiveClient client = LiveClient.connect(running)) {
      assertThat(client.next())
          .isEqualTo(
              """
              {"type":"connection_status","seq":1,"version":"1.2.3",\
              "server_time":"2026-02-03T10:15:30Z"}""");
      assertThat(client.next())
          .isEqualTo(
              "{\"type\":\"snapshot\",\"seq\":2,\"pumps\":[{%s,\"readings\":[%s]}]}"
                  .formatted(HOUSE, COLDER_JSON));
    }
  }

  @Test
  void aPollIsToldAsWhatItChangedAndTheAgesOfAllItAskedFor() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE, COLD, WARM);
      client.next();

      running.live.poll(Villa.HOUSE, COLDER, WARM);

      assertThat(client.next())
          .isEqualTo(
              """
              {"type":"readings","seq":4,"pump":{%s},"readings":[%s],\
              "ages_ms":{"outdoor_temp":1500,"supply_temp":1500}}"""
                  .formatted(HOUSE, COLDER_JSON));
    }
  }

  @Test
  void activeAlarmsComeWithThePump() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.with(Plight.probable()).poll(Villa.HOUSE, COLDER);

      assertThat(client.next())
          .contains(
              """
              "alarms":[{"code":"12","text":"Electric cassette","severity":null,"class":null,\
              "certain":false,"words":"probably 12 Electric cassette","since":null,\
              "since_age_ms":null}]""");
    }
  }

  @Test
  void whatChangesMoreOftenThanIsToldIsToldOnceAsItIsThen() throws Exception {
    try (RunningServer slow = RunningServer.tellingEvery(Duration.ofSeconds(10));
        LiveClient client = LiveClient.greeted(slow)) {
      slow.live.poll(Villa.HOUSE, WARM);
      client.next();
      slow.live.poll(Villa.HOUSE, COLD);
      slow.live.poll(Villa.HOUSE, COLDER);
      slow.time.pass(Duration.ofSeconds(10));
      slow.live.poll(Villa.COTTAGE);

      assertThat(List.of(client.next(), client.next()))
          .anySatisfy(told -> assertThat(told).contains("\"readings\":[" + COLDER_JSON + "]"));
    }
  }

  @Test
  void aLostValueIsAChangeAndCarriesItsReason() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE, COLDER);
      client.next();

      running.live.poll(Villa.HOUSE, Readings.invalid(Metric.OUTDOOR_TEMP, new Fault.Refused(2)));

      assertThat(client.next())
          .contains("\"value\":null", "\"state\":\"invalid\"", "\"reason\":\"refused:2\"")
          .contains("\"text\":\"the pump refused, code 2 (no such register)\",\"suffix\":\"\"");
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
  void pingIsAnsweredWithPong() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send("{\"note\":{\"type\":[1,2]},\"type\":\"ping\"}");

      assertThat(client.next()).isEqualTo("{\"type\":\"pong\",\"seq\":3}");
    }
  }

  @Test
  void whatIsNotAKnownMessageIsAnsweredWithItsError() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send("{\"type\":\"make_tea\"}");
      assertThat(client.next()).contains("\"cause\":\"unknown type \\\"make_tea\\\"\"");
      client.send("{\"type\":");
      assertThat(client.next()).contains("\"type\":\"error\"", "it is not JSON");
      client.send("[]");
      assertThat(client.next()).contains("a message is a JSON object");
      client.send("{\"type\":7}");
      assertThat(client.next()).contains("it has no \\\"type\\\"");
      client.send("{\"type\":\"ping\"} {}");
      assertThat(client.next()).contains("there is more after the object");
      client.send("");
      assertThat(client.next()).contains("a message is a JSON object");
      client.send("{\"a\":".repeat(600));
      assertThat(client.next()).contains("\"type\":\"error\"");
    }
  }

  @Test
  void anErrorNeverEchoesMoreThanALine() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send("{\"type\":\"" + "x".repeat(4000) + "\"}");

      assertThat(client.next()).hasSizeLessThan(150);
    }
  }

  @Test
  void binaryClosesTheConnection() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.sendBinary((byte) 1, (byte) 2);

      assertThat(client.closeStatus()).isEqualTo(1003);
    }
  }

  @Test
  void aMessageOfMoreThan4KiBClosesTheConnection() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send("\"" + "x".repeat(4096) + "\"");

      assertThat(client.closeStatus()).isEqualTo(1009);
    }
  }

  @Test
  void moreThanTwentyMessagesInASecondCloseTheConnection() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      for (int i = 0; i < 21; i++) {
        client.send("{\"type\":\"ping\"}");
      }

      assertThat(client.closeStatus()).isEqualTo(1008);
    }
  }

  @Test
  void twentyMessagesInEachSecondAreFine() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      for (int i = 0; i < 40; i++) {
        if (i == 20) {
          running.time.pass(Duration.ofSeconds(1));
        }
        client.send("{\"type\":\"ping\"}");
        assertThat(client.next()).startsWith("{\"type\":\"pong\"");
      }
    }
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
