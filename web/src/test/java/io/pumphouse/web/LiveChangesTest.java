package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.sample.FakeLive;
import io.pumphouse.web.sample.Plight;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients of the live socket are told. */
final class LiveChangesTest {
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
  void aNumberThatMovedIsToldInFewWords() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE, COLD, WARM);
      client.next();

      running.live.poll(Villa.HOUSE, COLDER, WARM);

      assertThat(client.next())
          .isEqualTo(
              """
              {"type":"readings","seq":4,"pump":{"id":"house",\
              "last_answer":"2026-02-03T10:15:28.500Z","last_answer_age_ms":1500},\
              "at":"2026-02-03T10:15:28.500Z","age_ms":1500,\
              "readings":[{"metric":"outdoor_temp","value":-7.6,"text":"−7.6\u00a0°C"}]}""");
    }
  }

  @Test
  void whatIsHeardForTheFirstTimeIsToldInFull() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE, WARM);
      client.next();

      running.live.poll(Villa.HOUSE, Readings.value(Metric.BRINE_IN, "0.1", 12));

      assertThat(client.next())
          .contains("\"metric\":\"brine_in\",\"label\":\"Brine in\",\"value\":1.2,\"unit\":\"°C\"");
    }
  }

  @Test
  void aMeaningThatChangedIsToldWithItsNumber() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE, Readings.meaning(Metric.PRIORITY, 30, "Heating"));
      client.next();

      running.live.poll(Villa.HOUSE, Readings.meaning(Metric.PRIORITY, 20, "Hot water"));

      assertThat(client.next()).contains("\"text\":\"20 Hot water\",\"suffix\":\"Hot water\"");
    }
  }

  @Test
  void aMeaningThatIsGoneIsToldInFull() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE, Readings.meaning(Metric.PRIORITY, 30, "Heating"));
      client.next();

      running.live.poll(Villa.HOUSE, Readings.value(Metric.PRIORITY, "1", 37));

      assertThat(client.next()).contains("\"text\":\"37\",\"suffix\":\"\"");
    }
  }

  @Test
  void whatWasAskedAgainAndIsAsBeforeIsNamedNowAndThen() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE, Readings.later(COLDER, Duration.ofSeconds(7)));
      assertThat(client.next()).endsWith("\"last_answer_age_ms\":1500},\"readings\":[]}");

      running.live.poll(Villa.HOUSE, Readings.later(COLDER, Duration.ofSeconds(8)));
      assertThat(client.next())
          .endsWith("\"age_ms\":1500,\"readings\":[],\"again\":[\"outdoor_temp\"]}");

      running.live.poll(Villa.HOUSE, Readings.later(COLDER, Duration.ofSeconds(15)));
      assertThat(client.next()).doesNotContain("again");
    }
  }

  @Test
  void anotherFaultIsToldInFewWords() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE, Readings.invalid(Metric.OUTDOOR_TEMP, new Fault.Refused(2)));
      client.next();

      running.live.poll(Villa.HOUSE, Readings.invalid(Metric.OUTDOOR_TEMP, new Fault.Refused(4)));

      assertThat(client.next())
          .contains(
              "\"readings\":[{\"metric\":\"outdoor_temp\",\"reason\":\"refused:4\",\"text\":");
    }
  }

  @Test
  void aPumpIsToldInFullOnlyWhenItChanged() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.poll(Villa.COTTAGE);
      assertThat(client.next()).contains("\"link\":\"silent\"", "\"cause\":\"read 40004..40019");

      running.live.poll(Villa.COTTAGE);
      assertThat(client.next()).contains("\"id\":\"cottage\"").doesNotContain("link", "cause");
    }
  }

  @Test
  void tenNumbersThatMovedFitInAKibibyte() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE, ten(20_001));
      client.next();

      running.live.poll(Villa.HOUSE, ten(20_002));

      assertThat(client.next().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
    }
  }

  private static LiveReading[] ten(int raw) {
    return Stream.of(Metric.values())
        .filter(metric -> metric.unit() == Unit.CELSIUS)
        .limit(10)
        .map(metric -> Readings.value(metric, "0.01", raw))
        .toArray(LiveReading[]::new);
  }

  @Test
  void whatASnapshotHoldsIsNewsToThoseWhoCameBefore() throws Exception {
    try (LiveClient early = LiveClient.greeted(running)) {
      running.live.with(Villa.HOUSE, COLD);
      try (LiveClient _ = LiveClient.greeted(running)) {
        assertThat(early.next()).contains("\"value\":-7.5");
      }
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
}
