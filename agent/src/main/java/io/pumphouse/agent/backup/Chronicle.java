package io.pumphouse.agent.backup;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Days;
import io.pumphouse.web.model.JobDay;
import io.pumphouse.web.model.JobHistory;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.model.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the runs, day by day. That of all jobs is asked for with each page of backups, and
 * kept until a run ends, at most a quarter of an hour. Thread-safe; reads the disk.
 */
final class Chronicle implements JobHistory {
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final RunMemory memory;
  private final ZoneId zone;
  private final TimeSource time;
  private Known known = new Known(List.of(), 0, false);

  private record Known(List<JobDay> days, long nanos, boolean isGood) {}

  Chronicle(RunMemory memory, ZoneId zone, TimeSource time) {
    this.memory = memory;
    this.zone = zone;
    this.time = time;
  }

  /** A run that ended changes its day. */
  synchronized void hear(JobRun run) {
    if (run.state().isEnded()) {
      known = new Known(List.of(), 0, false);
    }
  }

  @Override
  public synchronized List<JobDay> days(String job) {
    if (!job.isEmpty()) {
      return look(job);
    }
    long now = time.nanos();
    if (!known.isGood() || now - known.nanos() > FRESH.toNanos()) {
      known = new Known(look(job), now, true);
    }
    return known.days();
  }

  private List<JobDay> look(String job) {
    Days calendar = new Days(zone);
    LocalDate today = calendar.of(time.wall());
    LocalDate first =
        today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1L);
    List<LocalDate> days =
        first.datesUntil(today.plusDays(1)).filter(day -> calendar.span(day).isPresent()).toList();
    List<Span> spans = days.stream().flatMap(day -> calendar.span(day).stream()).toList();
    Map<LocalDate, JobDay> found = new TreeMap<>();
    for (RunMemory.Sum sum : memory.sums(job, spans)) {
      if (sum.state() instanceof RunState.Ended(RunOutcome outcome)) {
        found.merge(
            days.get(sum.day()),
            new JobDay(days.get(sum.day()), Map.of(outcome, sum.runs()), sum.bytes()),
            Chronicle::together);
      }
    }
    return List.copyOf(found.values());
  }

  private static JobDay together(JobDay one, JobDay other) {
    Map<RunOutcome, Integer> runs = new EnumMap<>(RunOutcome.class);
    runs.putAll(one.runs());
    other.runs().forEach((outcome, count) -> runs.merge(outcome, count, Integer::sum));
    return new JobDay(one.day(), runs, one.bytes() + other.bytes());
  }
}
