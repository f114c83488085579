package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobCard.Next;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobTiming;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlanTest {
  private static final JobTiming DAILY = new JobTiming.Calendar("0 3 * * *");
  private static final RunState SUCCEEDED = new RunState.Ended(RunOutcome.SUCCEEDED);

  /** Midnight, the first of January 2026. */
  private final FakeTime time = new FakeTime();

  private boolean isClockSure = true;
  private final Plan plan = new Plan(new Timetable(ZoneOffset.UTC), () -> isClockSure, time);

  private static BackupJob job(JobTiming timing, boolean isEnabled) {
    return new BackupJob(
        "a",
        "a",
        new JobType.Snapshot("/x"),
        timing,
        isEnabled,
        Duration.ZERO,
        Bandwidth.USUAL,
        4,
        false,
        "",
        Map.of());
  }

  private static List<RunMemory.Past> past(String began, RunState state) {
    Instant when = Instant.parse(began);
    JobRun run =
        new JobRun(1, "a", "", state, when, when, 1, JobProgress.NONE, false, "", "", "a-1.log");
    return List.of(new RunMemory.Past(run, when, List.of()));
  }

  @Test
  void aCalendarWaitsForItsTime() {
    assertThat(plan.isDue(job(DAILY, true), List.of())).isFalse();
    time.advance(Duration.ofHours(3));
    assertThat(plan.isDue(job(DAILY, true), List.of())).isTrue();
  }

  @Test
  void anIntervalBeginsWithARun() {
    JobTiming often = new JobTiming.Every(Duration.ofHours(6));
    assertThat(plan.isDue(job(often, true), List.of())).isTrue();
    assertThat(plan.isDue(job(often, true), past("2025-12-31T20:00:00Z", SUCCEEDED))).isFalse();
    time.advance(Duration.ofHours(2));
    assertThat(plan.isDue(job(often, true), past("2025-12-31T20:00:00Z", SUCCEEDED))).isTrue();
  }

  @Test
  void aWeekOfMissedRunsIsMadeUpForOnce() {
    BackupJob daily = job(DAILY, true);
    assertThat(plan.isDue(daily, past("2025-12-24T03:00:00Z", SUCCEEDED))).isTrue();
    List<RunMemory.Past> now = past("2026-01-01T00:00:00Z", SUCCEEDED);
    assertThat(plan.isDue(daily, now)).isFalse();
    assertThat(plan.next(daily, now)).isEqualTo(new Next.At(Instant.parse("2026-01-01T03:00:00Z")));
  }

  @Test
  void nothingIsDueOrOverdueBeforeTheClockIsSure() {
    List<RunMemory.Past> past = past("2025-12-24T03:00:00Z", SUCCEEDED);
    isClockSure = false;
    assertThat(plan.isDue(job(DAILY, true), past)).isFalse();
    assertThat(plan.isOverdue(job(DAILY, true), past)).isFalse();
    assertThat(plan.next(job(DAILY, true), past)).isInstanceOf(Next.NotPlanned.class);
    isClockSure = true;
    assertThat(plan.isDue(job(DAILY, true), past)).isTrue();
    assertThat(plan.isOverdue(job(DAILY, true), past)).isTrue();
  }

  @Test
  void aClockThatIsSetRightMakesNothingDueThatWasNot() {
    BackupJob daily = job(DAILY, true);
    time.jumpWall(Duration.ofDays(400));
    assertThat(plan.isDue(daily, List.of())).isFalse();
  }

  @Test
  void aJobThatRunsOrIsPausedIsNotStartedBesideItself() {
    String longAgo = "2025-12-24T03:00:00Z";
    assertThat(plan.isDue(job(DAILY, true), past(longAgo, new RunState.Paused()))).isFalse();
    assertThat(plan.isDue(job(DAILY, true), past(longAgo, new RunState.Pending()))).isFalse();
  }

  @Test
  void aDisabledJobAndOneOnDemandAreNeverDue() {
    List<RunMemory.Past> past = past("2025-12-24T03:00:00Z", SUCCEEDED);
    assertThat(plan.isDue(job(DAILY, false), past)).isFalse();
    assertThat(plan.isDue(job(new JobTiming.OnDemand(), true), past)).isFalse();
    assertThat(plan.isOverdue(job(new JobTiming.OnDemand(), true), past)).isFalse();
  }
}
