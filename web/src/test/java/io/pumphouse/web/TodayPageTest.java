package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** What a pump did today. */
final class TodayPageTest {
  @Test
  void figuresSayWhatTheyRestOnAndHowFarOffTheyMayBe() throws Exception {
    try (RunningServer running = RunningServer.onAWinterDay()) {
      assertThat(running.get("/today?pump=house").body())
          .contains(
              ">34.1</span>",
              ">3.42</span>",
              "±\u00a00.04 · estimate",
              "57 min each · 5.3 kWh each");
    }
  }

  @Test
  void theBundleIsOfferedToTheOwnerAlone() throws Exception {
    try (RunningServer running = new RunningServer()) {
      HttpRequest asOwner =
          HttpRequest.newBuilder(running.uri("http", "/today"))
              .header("Cookie", "pumphouse=owner-session")
              .build();
      assertThat(running.send(asOwner).body())
          .contains("href=\"/api/v1/doctor/bundle\" download>Pack for support<");
      assertThat(running.get("/today").body()).doesNotContain("doctor/bundle");
    }
  }

  @Test
  void aReasonThatGoesForSeveralFiguresIsSaidOnce() throws Exception {
    try (RunningServer running = new RunningServer()) {
      assertThat(running.get("/today?pump=house").body())
          .contains(">521</span>", "peak 3100 W")
          .contains("Heat, COP, Hot-water charges: <span lang=\"en\" dir=\"auto\">no heat meter<")
          .containsOnlyOnce("no heat meter");
    }
  }
}
