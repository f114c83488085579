package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.AlarmReport.State;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.LastAlarm;
import io.pumphouse.web.sample.FakeLive;
import io.pumphouse.web.sample.Plight;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alarms and events are pushed once each, to those who look on. */
final class LiveAlarmsTest {
  private static final AlarmReport NONE =
      new AlarmReport(Villa.HOUSE.id(), State.NONE, "", List.of(), new LastAlarm.None());

  private final RunningServer running =
      new RunningServer(
          Villa.SITE, new FakeLive().with(Villa.HOUSE), Villa.history(), Villa.health(), 2);

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void alarmIsToldWhenItComesAndWhenItIsOver() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.with(Plight.probable()).poll(Villa.HOUSE);
      assertThat(client.next()).startsWith("{\"type\":\"readings\"");
      assertThat(client.next())
          .startsWith(
              """
              {"type":"alarm","seq":4,"pump":"house","state":"active","code":"12",\
              "text":"Electric cassette",""");
      running.live.poll(Villa.HOUSE);
      assertThat(client.next()).startsWith("{\"type\":\"readings\"");
      running.live.with(NONE).poll(Villa.HOUSE);
      assertThat(client.next()).startsWith("{\"type\":\"readings\"");

      assertThat(client.next()).contains("\"type\":\"alarm\"", "\"state\":\"over\"", "\"12\"");
    }
  }

  @Test
  void alarmOfTheSnapshotIsNotToldAgain() throws Exception {
    running.live.with(Plight.probable());
    try (LiveClient client = LiveClient.greeted(running)) {
      running.live.poll(Villa.HOUSE);
      assertThat(client.next()).startsWith("{\"type\":\"readings\"");
      client.send("{\"type\":\"ping\"}");

      assertThat(client.next()).startsWith("{\"type\":\"pong\"");
    }
  }

  @Test
  void eventIsToldAsItHappens() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      running.insight.happen(
          new Happening(Readings.TAKEN, "compressor-started", "house", "compressor started"));

      assertThat(client.next())
          .isEqualTo(
              """
              {"type":"event","seq":3,"at":"2026-02-03T10:15:28.500Z",\
              "kind":"compressor-started","pump":"house","text":"compressor started"}""");
    }
  }
}
