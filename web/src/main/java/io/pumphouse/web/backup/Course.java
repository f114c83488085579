package io.pumphouse.web.backup;

import io.pumphouse.web.model.JobDay;
import io.pumphouse.web.model.JobHistory;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Tongue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What became of backups in a year, as a calendar, as bars, and as a table that says the same.
 * Public because compiled templates live in a package of their own.
 *
 * @param rates how many of the runs that came to an end of their own left a backup
 * @param cells the days on which something ran
 * @param bars what each week copied
 * @param marks where months begin
 * @param months the same as the drawing, in figures; newest first
 */
public record Course(
    List<Rate> rates, List<Cell> cells, List<Bar> bars, List<Mark> marks, List<Month> months) {
  private static final int STEP = 13;
  private static final int TOP = 18;
  private static final int TALLEST = 46;
  private static final int FLOOR = TOP + 7 * STEP + TALLEST + 8;
  private static final int MONTH = 30;

  public Course {
    rates = List.copyOf(rates);
    cells = List.copyOf(cells);
    bars = List.copyOf(bars);
    marks = List.copyOf(marks);
    months = List.copyOf(months);
  }

  /** How well it went within some days. */
  public record Rate(String label, String share, String note) {}

  /**
   * One day.
   *
   * @param level {@code good-1} to {@code good-3} by how many ran, {@code warned} or {@code failed}
   * @param words which day and what went wrong; empty if nothing did
   */
  public record Cell(int x, int y, String level, String words) {}

  /** One week; drawn upwards from the floor. */
  public record Bar(int x, int y, int height) {}

  /** Where a month begins. */
  public record Mark(int x, String name) {}

  /** One month in figures. */
  public record Month(
      String name, int runs, int good, int warned, int failed, int other, String copied) {}

  static Course of(Tongue tongue, List<JobDay> days, Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate first =
        today
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(JobHistory.WEEKS - 1L);
    List<JobDay> shown = days.stream().filter(day -> !day.day().isBefore(first)).toList();
    return new Course(
        List.of(
            rate(tongue, "course.month", shown, today.minusDays(MONTH - 1L)),
            rate(tongue, "course.year", shown, first)),
        shown.stream().map(day -> cell(tongue, first, day)).toList(),
        bars(first, shown),
        marks(tongue, first),
        months(tongue, shown));
  }

  /** Whether nothing has run in all that time. */
  public boolean isEmpty() {
    return cells.isEmpty();
  }

  /** How wide the drawing is. */
  public int width() {
    return JobHistory.WEEKS * STEP;
  }

  /** How high the drawing is. */
  public int height() {
    return FLOOR;
  }

  /** What was skipped or cancelled says nothing about whether backups work. */
  private static Rate rate(Tongue tongue, String key, List<JobDay> days, LocalDate from) {
    List<JobDay> within = days.stream().filter(day -> !day.day().isBefore(from)).toList();
    int good = count(within, RunOutcome.SUCCEEDED, RunOutcome.WARNED);
    int all = good + count(within, RunOutcome.FAILED, RunOutcome.INTERRUPTED);
    return new Rate(
        tongue.say(key),
        all == 0 ? "–" : Amount.count(tongue, 100L * good / all) + "\u00a0%",
        tongue.say("course.of", Amount.count(tongue, good), Amount.count(tongue, all)));
  }

  private static int count(List<JobDay> days, RunOutcome... outcomes) {
    return days.stream().mapToInt(day -> day.count(outcomes)).sum();
  }

  private static Cell cell(Tongue tongue, LocalDate first, JobDay day) {
    long at = ChronoUnit.DAYS.between(first, day.day());
    String level = level(day);
    boolean isWell = level.startsWith("good") || level.equals("other");
    String date = DateTimeFormatter.ofPattern("d MMM yyyy", tongue.locale()).format(day.day());
    return new Cell(
        (int) (at / 7) * STEP,
        TOP + (int) (at % 7) * STEP,
        level,
        isWell ? "" : date + ": " + tongue.say("course.level." + level));
  }

  /** The worst of the day. */
  private static String level(JobDay day) {
    if (day.count(RunOutcome.FAILED, RunOutcome.INTERRUPTED) > 0) {
      return "failed";
    }
    if (day.count(RunOutcome.WARNED, RunOutcome.SKIPPED) > 0) {
      return "warned";
    }
    int good = day.count(RunOutcome.SUCCEEDED);
    return good == 0 ? "other" : "good-" + Math.min(good, 3);
  }

  private static List<Bar> bars(LocalDate first, List<JobDay> days) {
    Map<Integer, Long> weeks = new TreeMap<>();
    for (JobDay day : days) {
      int week = (int) (ChronoUnit.DAYS.between(first, day.day()) / 7);
      weeks.merge(week, day.bytes(), Long::sum);
    }
    long most = weeks.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return weeks.entrySet().stream()
        .filter(week -> week.getValue() > 0)
        .map(week -> bar(week.getKey(), (double) week.getValue() / most))
        .toList();
  }

  private static Bar bar(int week, double share) {
    int height = Math.max(1, (int) Math.round(share * TALLEST));
    return new Bar(week * STEP, FLOOR - height, height);
  }

  private static List<Mark> marks(Tongue tongue, LocalDate first) {
    return IntStream.range(1, JobHistory.WEEKS - 1)
        .filter(week -> first.plusWeeks(week).getDayOfMonth() <= 7)
        .mapToObj(
            week ->
                new Mark(
                    week * STEP,
                    first
                        .plusWeeks(week)
                        .getMonth()
                        .getDisplayName(TextStyle.SHORT_STANDALONE, tongue.locale())))
        .toList();
  }

  private static List<Month> months(Tongue tongue, List<JobDay> days) {
    Map<YearMonth, List<JobDay>> months = new TreeMap<>(Comparator.reverseOrder());
    for (JobDay day : days) {
      months.computeIfAbsent(YearMonth.from(day.day()), _ -> new ArrayList<>()).add(day);
    }
    return months.entrySet().stream()
        .map(month -> month(tongue, month.getKey(), month.getValue()))
        .toList();
  }

  private static Month month(Tongue tongue, YearMonth month, List<JobDay> days) {
    return new Month(
        DateTimeFormatter.ofPattern("LLLL yyyy", tongue.locale()).format(month),
        count(days, RunOutcome.values()),
        count(days, RunOutcome.SUCCEEDED),
        count(days, RunOutcome.WARNED),
        count(days, RunOutcome.FAILED, RunOutcome.INTERRUPTED),
        count(days, RunOutcome.SKIPPED, RunOutcome.CANCELLED),
        Amount.bytes(tongue, days.stream().mapToLong(JobDay::bytes).sum()));
  }
}
