package io.pumphouse.agent.backup;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobTiming;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When jobs are due, in the zone of the site. An hour that summer time skips runs at its end; of an
 * hour that comes twice, a daily time runs once. Runs missed count as one. Thread-safe.
 */
final class Timetable {
  private static final int MOST_CALENDARS = 500;

  private final ZoneId zone;

  /** Reading a calendar takes longer than asking it, and it is asked again and again. */
  private final Map<String, ExecutionTime> calendars = new ConcurrentHashMap<>();

  Timetable(ZoneId zone) {
    this.zone = zone;
  }

  /** Whether this is a calendar of five fields. */
  static boolean isCron(String text) {
    try {
      return text.strip().split(" +").length == 5 && !parse(text).toString().isEmpty();
    } catch (IllegalArgumentException _) {
      return false; // the library's way to say no
    }
  }

  /**
   * When the job is due next; empty if only people start it.
   *
   * @param last when it was last started, or when waiting for its first start began
   */
  Optional<Instant> next(BackupJob job, Instant last) {
    Duration shift = job.timing() instanceof JobTiming.Calendar ? shift(job) : Duration.ZERO;
    return plain(job.timing(), last).map(at -> at.plus(shift));
  }

  /** The last good run is so old that something must be wrong: 1.25 times what was promised. */
  boolean isOverdue(BackupJob job, Instant lastGood, Instant now) {
    Optional<Instant> due = plain(job.timing(), lastGood);
    Optional<Instant> following = due.flatMap(at -> plain(job.timing(), at));
    return due.isPresent()
        && following.isPresent()
        && now.isAfter(
            due.get()
                .plus(Duration.between(due.get(), following.get()).dividedBy(4))
                .plus(job.jitter()));
  }

  private Optional<Instant> plain(JobTiming timing, Instant last) {
    return switch (timing) {
      case JobTiming.OnDemand _ -> Optional.empty();
      case JobTiming.Every(Duration interval) -> Optional.of(last.plus(interval));
      case JobTiming.Calendar(String cron) ->
          calendar(cron)
              .nextExecution(last.atZone(zone).toLocalDateTime().atZone(ZoneOffset.UTC))
              .map(at -> instant(at.toLocalDateTime(), last));
    };
  }

  /** The library is asked in local time: left to itself it drops the day of a skipped hour. */
  private Instant instant(LocalDateTime local, Instant last) {
    boolean isSkipped = zone.getRules().getValidOffsets(local).isEmpty();
    if (isSkipped) {
      return zone.getRules().getTransition(local).getInstant();
    }
    ZonedDateTime first = local.atZone(zone);
    return first.toInstant().isAfter(last)
        ? first.toInstant()
        : first.withLaterOffsetAtOverlap().toInstant();
  }

  /** Ever the same for one job, so that a restart cannot draw again and run twice. */
  private static Duration shift(BackupJob job) {
    long millis = job.jitter().toMillis();
    return millis == 0
        ? Duration.ZERO
        : Duration.ofMillis(Math.floorMod(job.id().hashCode() * 2_654_435_761L, millis));
  }

  private ExecutionTime calendar(String cron) {
    if (calendars.size() > MOST_CALENDARS) {
      calendars.clear(); // of jobs that were edited or deleted
    }
    return calendars.computeIfAbsent(cron, Timetable::parse);
  }

  private static ExecutionTime parse(String cron) {
    CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    return ExecutionTime.forCron(parser.parse(cron));
  }
}
