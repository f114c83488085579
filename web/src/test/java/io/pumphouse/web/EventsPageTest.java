package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happened, and which alarms are over. */
final class EventsPageTest {
  private final RunningServer running = RunningServer.onAWinterDay();

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void whatHappenedIsToldByTheClocksOfTheSite() throws Exception {
    assertThat(running.get("/events?pump=house").body())
        .contains("3 Feb 2026, 11:15:28 · house</span> <strong>limit-100")
        .doesNotContain("· cottage<");
  }

  @Test
  void anAlarmThatIsOverSaysWhatOfItWasSeen() throws Exception {
    assertThat(running.get("/events?pump=house").body())
        .contains("51 Low pressure", "house · there before ", " · until ");
  }

  @Test
  void whereNoAlarmIsOverThePageSaysSo() throws Exception {
    assertThat(running.get("/events?pump=cottage").body())
        .contains("No alarm has come and gone yet");
  }

  @Test
  void aRecordingIsReachedFromThePageAndToldInATable() throws Exception {
    assertThat(running.get("/events?pump=house").body())
        .contains("/events/recording?pump=house&id=7");
    assertThat(running.get("/events/recording?pump=house&id=7").body())
        .contains("51 High pressure", "Outdoor", "no answer", "M119 12H120");
  }

  @Test
  void anotherPumpsRecordingIsNotFound() throws Exception {
    assertThat(running.get("/events/recording?pump=cottage&id=7").statusCode()).isEqualTo(404);
    assertThat(running.get("/events/recording?pump=house&id=x").statusCode()).isEqualTo(404);
  }
}
