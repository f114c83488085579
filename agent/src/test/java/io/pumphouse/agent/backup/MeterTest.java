package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.backup.tool.Tally;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.JobProgress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MeterTest {
  private final FakeTime time = new FakeTime();
  private final Meter meter = new Meter(JobProgress.NONE, time);

  private JobProgress after(int seconds, long bytes) {
    time.advance(Duration.ofSeconds(seconds));
    return meter.take(new Tally(bytes, -1));
  }

  @Test
  void withoutATotalPercentAndEtaAreUnknown() {
    JobProgress progress = after(1, 500);
    assertThat(progress.percent()).isEqualTo(JobProgress.UNKNOWN);
    assertThat(progress.etaSeconds()).isEqualTo(JobProgress.UNKNOWN);
  }

  @Test
  void nothingIsCompleteBeforeTheEnd() {
    meter.expect(1_000);
    assertThat(after(1, 5_000).percent()).isEqualTo(99);
  }

  @Test
  void percentNeverFallsWhenTheTotalGrows() {
    meter.expect(1_000);
    int before = after(1, 500).percent();
    meter.expect(10_000);
    assertThat(after(1, 600).percent()).isEqualTo(before).isEqualTo(50);
  }

  @Test
  void bytesNeverFallWhenAToolCountsAnew() {
    meter.expect(1_000);
    after(1, 500);
    assertThat(after(1, 100).bytes()).isEqualTo(500);
  }

  @Test
  void aSteadySpeedGivesTheTimeLeft() {
    meter.expect(10_000);
    after(1, 1_000);
    JobProgress progress = after(1, 2_000);
    assertThat(progress.speed()).isEqualTo(1_000);
    assertThat(progress.etaSeconds()).isEqualTo(8);
  }
}
