package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GraphSocketTest {
  private static final String HOUR =
      "{\"type\":\"change_time_range\",\"pump\":\"house\",\"range\":\"1h\","
          + "\"metrics\":[\"outdoor_temp\"],\"points\":60}";

  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aTimeRangeIsDrawnAtOnceWithOnlyWhatWasAskedFor() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send(HOUR);

      assertThat(client.next())
          .isEqualTo(
              """
              {"type":"graph_update","seq":3,"pump":"house","range":"1h",\
              "from":"2026-02-03T09:15:30Z","to":"2026-02-03T10:15:30Z","step_ms":1200000,\
              "t":["2026-02-03T09:15:30Z","2026-02-03T09:35:30Z","2026-02-03T09:55:30Z"],\
              "series":{"outdoor_temp":{"min":[-7.5,null,60],"avg":[-6.25,null,60],\
              "max":[-5,null,60],"quality":[1,null,0.5]}}}""");
    }
  }

  @Test
  void anUpdateIsTheSameRangeAgainUpToNow() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send(HOUR);
      client.next();
      running.time.pass(java.time.Duration.ofSeconds(5));

      client.send("{\"type\":\"request_update\"}");

      assertThat(client.next()).contains("\"to\":\"2026-02-03T10:15:35Z\"");
    }
  }

  @Test
  void anUpdateOfNothingAnUnknownMetricOrRangeIsAnError() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send("{\"type\":\"request_update\"}");
      assertThat(client.next()).contains("\"type\":\"error\"", "no time range was chosen yet");

      client.send(HOUR.replace("outdoor_temp", "nonsense"));
      assertThat(client.next()).contains("\"type\":\"error\"", "outdoor_temp, cop");

      client.send(HOUR.replace("1h", "2w"));
      assertThat(client.next()).contains("\"type\":\"error\"", "1h, 6h, 24h, 7d, 30d, 1y");

      client.send(HOUR.replace("house", "barn"));
      assertThat(client.next()).contains("\"type\":\"error\"", "no pump that exists");
    }
  }

  @Test
  void aRangeMayBeFromAndTo() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send(
          "{\"type\":\"change_time_range\",\"pump\":\"house\",\"metrics\":[\"cop\"],\"range\":"
              + "{\"from\":\"2026-02-03T00:00:00Z\",\"to\":\"2026-02-03T03:00:00Z\"}}");

      assertThat(client.next())
          .contains("\"from\":\"2026-02-03T00:00:00Z\",\"to\":\"2026-02-03T03:00:00Z\"");
    }
  }

  @Test
  void whoHasTheRestIsToldOnlyWhatIsNew() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send(
          "{\"type\":\"change_time_range\",\"pump\":\"house\",\"metrics\":[\"cop\"],"
              + "\"range\":{\"from\":\"2026-02-03T10:06:00Z\"},\"step_ms\":60000}");
      assertThat(client.next())
          .contains("\"from\":\"2026-02-03T10:06:00Z\",\"to\":\"2026-02-03T10:16:00Z\"");
      running.time.pass(java.time.Duration.ofMinutes(2));

      client.send("{\"type\":\"request_update\"}");

      assertThat(client.next())
          .contains("\"from\":\"2026-02-03T10:14:00Z\",\"to\":\"2026-02-03T10:18:00Z\"");
    }
  }

  @Test
  void whoWasAwayForTooLongIsToldToAskForAllAgain() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send(
          "{\"type\":\"change_time_range\",\"pump\":\"house\",\"metrics\":[\"cop\"],"
              + "\"range\":{\"from\":\"2026-02-01T10:00:00Z\"},\"step_ms\":60000}");

      assertThat(client.next()).contains("\"type\":\"error\"", "ask for the whole chart again");
    }
  }
}
