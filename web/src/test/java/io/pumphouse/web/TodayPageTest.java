package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

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
  void aReasonThatGoesForSeveralFiguresIsSaidOnce() throws Exception {
    try (RunningServer running = new RunningServer()) {
      assertThat(running.get("/today?pump=house").body())
          .contains(">521</span>", "peak 3100 W")
          .contains("Heat, COP, Hot-water charges: <span lang=\"en\" dir=\"auto\">no heat meter<")
          .containsOnlyOnce("no heat meter");
    }
  }
}
