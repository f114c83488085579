package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanJsonTest {
  private static final List<RegisterId> TWO =
      List.of(new RegisterId("30001"), new RegisterId("30002"));

  @Test
  void aProgramReadsTheRequestsOfEachOccasionAndTheLoadOfTheLine() {
    PlannedRead read = new PlannedRead(TWO, "input 1-2", Duration.ofMillis(95));
    Workload.Occasion occasion =
        new Workload.Occasion(List.of(Duration.ofSeconds(5)), 0.2, List.of(read));

    assertThat(PlanJson.of(new Workload(List.of(occasion), Duration.ofMillis(10))))
        .isEqualTo(
            "{\"occasions\":[{\"intervals_ms\":[5000],\"per_hour\":720.0,\"line_time_ms\":95.0,"
                + "\"requests\":[{\"request\":\"input 1-2\",\"registers\":[\"30001\",\"30002\"],"
                + "\"line_time_ms\":95.0}]}],\"own_ms_per_second\":19.0,"
                + "\"others_ms_per_second\":10.0,\"available_ms_per_second\":950.0,"
                + "\"stretch\":1.0}");
  }
}
