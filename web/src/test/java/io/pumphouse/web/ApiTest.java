package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.sample.FakeLive;
import io.pumphouse.web.sample.FakePast;
import io.pumphouse.web.sample.Plight;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ApiTest {
  private final FakeLive live =
      new FakeLive()
          .with(
              Villa.HOUSE,
              Readings.value(Metric.OUTDOOR_TEMP, "0.1", -75),
              Readings.missing(Metric.ROOM_TEMP),
              Readings.invalid(Metric.FLOW, new Fault.Refused(2)))
          .with(Villa.COTTAGE);

  private final FakePast history = Villa.history();

  private final RunningServer running =
      new RunningServer(Villa.SITE, live, history, Villa.health(), 1);

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void alarmsHaveTheirTextAndSinceWhen() throws Exception {
    live.with(Plight.certain());
    live.with(Villa.HOUSE.id(), Plight.over());

    assertThat(running.get("/api/v1/pumps/house/alarms").body())
        .isEqualTo(
            """
            {"pump":"house","state":"active","why":null,"active":[\
            {"code":"164","text":"High <b>pressure</b>","severity":"alarm","class":"A",\
            "certain":true,"words":"164 High <b>pressure</b>",\
            "since":"2026-02-03T10:15:28.500Z","since_age_ms":1500},\
            {"code":"259","text":"Preheating","severity":"info","class":null,"certain":true,\
            "words":"259 Preheating","since":null,"since_age_ms":null}],\
            "last":{"state":"untold"},"past":[\
            {"code":"51","text":"Low pressure","severity":"alarm","class":"A","certain":true,\
            "words":"51 Low pressure","since":"2026-02-01T04:00:00Z","since_seen":false,\
            "until":"2026-02-01T05:30:00Z","until_seen":true}]}""");
  }

  @Test
  void theLastAlarmIsApartFromTheActiveOnes() throws Exception {
    live.with(Plight.probable());

    assertThat(running.get("/api/v1/pumps/house/alarms").body())
        .endsWith(
            """
            "last":{"state":"known","code":"12","text":"Electric cassette","severity":null,\
            "class":null,"pump_time":"2025-01-28T05:11:52"},"past":[]}""");
  }

  @Test
  void whatIsNotKnownIsNotNone() throws Exception {
    live.with(Plight.unknown());

    assertThat(running.get("/api/v1/pumps/cottage/alarms").body())
        .isEqualTo(
            """
            {"pump":"cottage","state":"unknown","why":"alarm_code: no answer in 1000 ms",\
            "active":[],"last":{"state":"unknown","why":"not asked yet"},"past":[]}""");
    assertThat(running.get("/api/v1/pumps/barn/alarms").statusCode()).isEqualTo(404);
  }

  @Test
  void pumpsAreABareArray() throws Exception {
    HttpResponse<String> pumps = running.get("/api/v1/pumps");

    assertThat(pumps.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(pumps.body())
        .isEqualTo(
            "[%s,%s]"
                .formatted(
                    running.get("/api/v1/pumps/house").body(),
                    running.get("/api/v1/pumps/cottage").body()));
  }

  @Test
  void aPumpSaysWhatItIsAndHowItsLinkIs() throws Exception {
    assertThat(running.get("/api/v1/pumps/house").body())
        .isEqualTo(
            """
            {"id":"house","model":"nibe-s1255","title":"NIBE S1155 / S1255",\
            "line":"192.0.2.10:502","unit":1,"link":"up","cause":"","next":"",\
            "last_answer":"2026-02-03T10:15:28.500Z","last_answer_age_ms":1500}""");
  }

  @Test
  void readingsHaveAValueOnlyIfThereIsOne() throws Exception {
    assertThat(running.get("/api/v1/pumps/house/readings").body())
        .isEqualTo(
            """
            [{"metric":"outdoor_temp","label":"Outdoors","value":-7.5,"unit":"°C",\
            "state":"value","reason":null,"at":"2026-02-03T10:15:28.500Z","age_ms":1500,\
            "min":-12.1,"avg":-6.453,"max":1.2},\
            {"metric":"room_temp","label":"Room","value":null,"unit":"°C",\
            "state":"missing","reason":null,"at":"2026-02-03T10:15:28.500Z","age_ms":1500,\
            "min":null,"avg":null,"max":null},\
            {"metric":"flow","label":"Flow","value":null,"unit":"l/min",\
            "state":"invalid","reason":"refused:2","at":"2026-02-03T10:15:28.500Z","age_ms":1500,\
            "min":null,"avg":null,"max":null}]""");
  }

  @Test
  void extremesAreThoseOfTheLocalDayIfNoRangeIsAskedFor() throws Exception {
    running.get("/api/v1/pumps/house/readings");

    assertThat(history.asked())
        .containsExactly(new Span(Instant.parse("2026-02-02T23:00:00Z"), Villa.NOW));
  }

  @Test
  void aDayOf25HoursBeginsAtItsMidnight() throws Exception {
    try (RunningServer other =
        new RunningServer(
            new Site("x", ZoneId.of("Pacific/Auckland")), live, history, Villa.health(), 1)) {
      other.time.pass(java.time.Duration.between(Villa.NOW, Instant.parse("2026-04-05T11:30:00Z")));
      other.get("/api/v1/pumps/house/readings");
    }

    assertThat(history.asked())
        .containsExactly(
            new Span(Instant.parse("2026-04-04T11:00:00Z"), Instant.parse("2026-04-05T11:30:00Z")));
  }

  @Test
  void eachRangeReachesAsFarBackAsItSays() throws Exception {
    Map<String, String> starts =
        Map.of(
            "1h", "2026-02-03T09:15:30Z",
            "6h", "2026-02-03T04:15:30Z",
            "24h", "2026-02-02T10:15:30Z",
            "7d", "2026-01-27T10:15:30Z",
            "30d", "2026-01-04T10:15:30Z",
            "1y", "2025-02-03T10:15:30Z");
    for (Map.Entry<String, String> range : starts.entrySet()) {
      running.get("/api/v1/pumps/house/readings?range=" + range.getKey());

      assertThat(history.asked().getLast())
          .isEqualTo(new Span(Instant.parse(range.getValue()), Villa.NOW));
    }
  }

  @Test
  void anUnknownRangeNamesTheKnownOnes() throws Exception {
    HttpResponse<String> answer = running.get("/api/v1/pumps/house/readings?range=2w");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"type":"about:blank","title":"Bad Request","status":400,\
            "detail":"range \\"2w\\" is not known; use one of 1h, 6h, 24h, 7d, 30d, 1y"}""");
  }

  @Test
  void anUnknownPumpNamesTheKnownOnes() throws Exception {
    for (String path : List.of("/api/v1/pumps/barn", "/api/v1/pumps/barn/readings")) {
      HttpResponse<String> answer = running.get(path, "Accept", "text/html");

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body())
          .isEqualTo(
              """
              {"type":"about:blank","title":"Not Found","status":404,\
              "detail":"no pump is called \\"barn\\"; there are: house, cottage"}""");
    }
    assertThat(running.get("/api/v1/pumps/%22%3Cb%3E").statusCode()).isEqualTo(404);
  }

  @Test
  void healthNamesEachCheck() throws Exception {
    HttpResponse<String> answer = running.get("/healthz");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"status":"degraded","checks":[\
            {"name":"store","status":"ok","cause":"last commit 12 s ago","next":""},\
            {"name":"pump cottage","status":"degraded","cause":"no answer in 1000 ms",\
            "next":"check the cable"}]}""");
  }

  @Test
  void goodHealthIsOk() throws Exception {
    Health well = () -> new Health.Report(true, List.of(Health.Check.well("store", "fine")));
    try (RunningServer server = RunningServer.withHealth(well)) {
      assertThat(server.get("/healthz").body()).startsWith("{\"status\":\"ok\"");
    }
  }

  @Test
  void onlyADeadPollLoopIsUnavailableAlsoToHead() throws Exception {
    try (RunningServer server =
        RunningServer.withHealth(() -> new Health.Report(false, List.of()))) {
      HttpRequest head = HttpRequest.newBuilder(server.uri("http", "/healthz")).HEAD().build();

      assertThat(server.get("/healthz").statusCode()).isEqualTo(503);
      assertThat(server.send(head).statusCode()).isEqualTo(503);
    }
  }

  @Test
  void anUnknownAddressOrMethodIsAProblem() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(running.uri("http", "/api/v1/pumps"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    assertThat(running.get("/api/v1/nothing").body())
        .contains("\"status\":404", "GET /api/v1/nothing");
    assertThat(running.send(post).body()).contains("\"status\":405");
  }
}
