package io.pumphouse.agent.insight;

import io.pumphouse.web.model.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a number went from day to day: the mean of each calendar day with two hours of it, and the
 * median of the first against the last quarter of those days. Confined to one thread.
 */
final class Trend {
  static final int DAYS = 8;

  private static final double ENOUGH = 7_200;
  private static final int QUARTERS = 4;

  private final ZoneId zone;
  private final NavigableMap<LocalDate, Day> days = new TreeMap<>();

  private static final class Day {
    private double seconds;
    private double sum;

    double mean() {
      return sum / seconds;
    }
  }

  /**
   * From then to now.
   *
   * @param before median of the early days
   * @param after median of the late days
   * @param late the late days
   * @param days how many there are in all
   */
  record Change(double before, double after, Span late, int days) {}

  Trend(ZoneId zone) {
    this.zone = zone;
  }

  void add(Instant at, double seconds, double value) {
    Day day = days.computeIfAbsent(at.atZone(zone).toLocalDate(), _ -> new Day());
    day.seconds += seconds;
    day.sum += value * seconds;
  }

  /** The change, or empty for less than {@value #DAYS} days. */
  Optional<Change> change() {
    List<Map.Entry<LocalDate, Day>> whole =
        days.entrySet().stream().filter(day -> day.getValue().seconds >= ENOUGH).toList();
    if (whole.size() < DAYS) {
      return Optional.empty();
    }
    int quarter = whole.size() / QUARTERS;
    List<Map.Entry<LocalDate, Day>> late = whole.subList(whole.size() - quarter, whole.size());
    return Optional.of(
        new Change(
            median(whole.subList(0, quarter)),
            median(late),
            new Span(
                late.getFirst().getKey().atStartOfDay(zone).toInstant(),
                late.getLast().getKey().plusDays(1).atStartOfDay(zone).toInstant()),
            whole.size()));
  }

  private static double median(List<Map.Entry<LocalDate, Day>> some) {
    double[] means = some.stream().mapToDouble(day -> day.getValue().mean()).sorted().toArray();
    int middle = means.length / 2;
    return means.length % 2 == 1 ? means[middle] : (means[middle - 1] + means[middle]) / 2;
  }
}
