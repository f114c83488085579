package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobTiming;
import io.pumphouse.web.model.JobType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimetableTest {
  private static final Timetable TABLE = new Timetable(ZoneId.of("Europe/Stockholm"));

  private static BackupJob job(JobTiming timing, Duration jitter) {
    return new BackupJob(
        "a",
        "a",
        new JobType.Snapshot("/x"),
        timing,
        true,
        jitter,
        Bandwidth.USUAL,
        4,
        false,
        "",
        Map.of());
  }

  private static BackupJob daily() {
    return job(new JobTiming.Calendar("30 2 * * *"), Duration.ZERO);
  }

  private static Instant next(BackupJob job, String last) {
    return TABLE.next(job, Instant.parse(last)).orElseThrow();
  }

  @Test
  void aCalendarIsReadInTheZoneOfTheSite() {
    assertThat(next(daily(), "2026-01-10T12:00:00Z")).isEqualTo("2026-01-11T01:30:00Z");
    assertThat(next(daily(), "2026-07-10T12:00:00Z")).isEqualTo("2026-07-11T00:30:00Z");
  }

  @Test
  void aTimeThatSummerTimeSkipsComesWhenTheSkippedHourIsOver() {
    // 2026-03-29: 02:00 becomes 03:00, and 02:30 does not exist.
    assertThat(next(daily(), "2026-03-28T12:00:00Z")).isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void aTimeThatComesTwiceRunsOnce() {
    // 2026-10-25: 03:00 becomes 02:00; 02:30 is at 00:30Z and again at 01:30Z.
    Instant first = next(daily(), "2026-10-24T12:00:00Z");
    assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(next(daily(), first.toString())).isEqualTo("2026-10-26T01:30:00Z");
  }

  @Test
  void anIntervalKnowsNoSummerTime() {
    BackupJob job = job(new JobTiming.Every(Duration.ofHours(24)), Duration.ofHours(1));
    assertThat(next(job, "2026-03-28T12:00:00Z")).isEqualTo("2026-03-29T12:00:00Z");
  }

  @Test
  void jitterIsEverTheSameForOneJob() {
    BackupJob job = job(new JobTiming.Calendar("0 3 * * *"), Duration.ofMinutes(10));
    Instant next = next(job, "2026-01-10T12:00:00Z");
    assertThat(next)
        .isBetween(Instant.parse("2026-01-11T02:00:00Z"), Instant.parse("2026-01-11T02:10:00Z"));
    assertThat(next(job, "2026-01-10T12:00:00Z")).isEqualTo(next);
  }

  @Test
  void aJobIsOverdueAtOneAndAQuarterIntervals() {
    BackupJob job = job(new JobTiming.Every(Duration.ofHours(4)), Duration.ZERO);
    Instant good = Instant.parse("2026-01-10T12:00:00Z");
    assertThat(TABLE.isOverdue(job, good, good.plus(Duration.ofHours(5)))).isFalse();
    assertThat(TABLE.isOverdue(job, good, good.plus(Duration.ofMinutes(301)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"30 3 * * *", "*/5 * * * 1-5", "0 0 1 1 *"})
  void crontabsFiveFieldsAreACalendar(String text) {
    assertThat(Timetable.isCron(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "daily", "60 3 * * *", "30 3 * *", "0 30 3 * * *", "@reboot"})
  void nothingElseIs(String text) {
    assertThat(Timetable.isCron(text)).isFalse();
  }
}
