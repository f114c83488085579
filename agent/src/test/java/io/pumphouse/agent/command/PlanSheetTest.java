package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanSheetTest {
  private static PlannedRead read(String span, long millis) {
    return new PlannedRead(List.of(new RegisterId("1")), span, Duration.ofMillis(millis));
  }

  private static Workload.Occasion everyFiveSeconds(PlannedRead... reads) {
    return new Workload.Occasion(List.of(Duration.ofSeconds(5)), 0.2, List.of(reads));
  }

  @Test
  void eachOccasionShowsItsRequestsAndTheLineItsLoad() {
    Workload workload =
        new Workload(
            List.of(
                everyFiveSeconds(read("input 1-20", 87), read("holding 7", 43)),
                new Workload.Occasion(
                    List.of(Duration.ofSeconds(5), Duration.ofMinutes(1)),
                    1 / 60.0,
                    List.of(read("input 1-20", 87)))),
            Duration.ofMillis(10));

    assertThat(PlanSheet.lines(workload))
        .containsExactly(
            "every 5 s, 720 times an hour: 2 requests, 130.0 ms",
            "REQUEST     REGISTERS  LINE TIME",
            "input 1-20  1          87.0 ms",
            "holding 7   1          43.0 ms",
            "",
            "every 5 s and 60 s, 60 times an hour: 1 request, 87.0 ms",
            "REQUEST     REGISTERS  LINE TIME",
            "input 1-20  1          87.0 ms",
            "",
            "load: 27.5 ms of each second on the line",
            "      10.0 ms for the other pumps on it",
            "      of 950.0 ms that are there: 4 %");
  }

  @Test
  void tooMuchIsSaid() {
    Workload workload = new Workload(List.of(everyFiveSeconds(read("x", 9_500))), Duration.ZERO);

    assertThat(PlanSheet.lines(workload).getLast())
        .isEqualTo("too much: every interval becomes 2.0 times as long");
  }
}
