package io.pumphouse.web.backup;

import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.StoredBackup;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the free space of a medium went: each backup there tells what was free once it lay there, so
 * that the medium brings its past along. Public because compiled templates live in a package of
 * their own.
 *
 * @param line the points of a line, as SVG has them; empty where there are too few
 * @param words the same for who does not see it
 */
public record Trend(String line, String words) {
  /** How wide the drawing is. */
  public static final int WIDTH = 320;

  /** How high the drawing is. */
  public static final int HEIGHT = 56;

  private static final Duration SHORTEST = Duration.ofDays(3);
  private static final long FARTHEST_DAYS = 730;

  /** So much was free then. */
  private record Point(Instant at, long free) {}

  static Trend of(Tongue tongue, Pages pages, Instant now, Medium medium) {
    List<Point> points = points(now, medium);
    return points.size() < 3 || medium.size() <= 0
        ? new Trend("", tongue.say("media.trend.none"))
        : new Trend(line(points, medium.size()), words(tongue, pages, points));
  }

  /** What is dated ahead tells nothing of the past. */
  private static List<Point> points(Instant now, Medium medium) {
    List<Point> points =
        new ArrayList<>(
            medium.backups().stream()
                .filter(it -> it.inside().free() >= 0 && it.taken().isBefore(now))
                .sorted(Comparator.comparing(StoredBackup::taken))
                .map(it -> new Point(it.taken(), it.inside().free()))
                .toList());
    points.add(new Point(now, medium.free()));
    return points;
  }

  private static String line(List<Point> points, long size) {
    Instant first = points.getFirst().at();
    long span = Math.max(1, Duration.between(first, points.getLast().at()).toSeconds());
    return points.stream()
        .map(
            point ->
                Duration.between(first, point.at()).toSeconds() * WIDTH / span
                    + ","
                    + (HEIGHT - Math.clamp(point.free() * HEIGHT / size, 0, HEIGHT)))
        .collect(Collectors.joining(" "));
  }

  private static String words(Tongue tongue, Pages pages, List<Point> points) {
    Point first = points.getFirst();
    Point last = points.getLast();
    String said =
        tongue.say(
            "media.trend.words",
            Amount.bytes(tongue, first.free()),
            pages.moment(tongue, first.at()),
            Amount.bytes(tongue, last.free()));
    long days = daysLeft(first, last);
    return days > FARTHEST_DAYS
        ? said
        : said + " " + tongue.say("media.trend.left", Amount.count(tongue, days));
  }

  /** If it goes on as it went; no more is known. */
  private static long daysLeft(Point first, Point last) {
    Duration span = Duration.between(first.at(), last.at());
    long gone = first.free() - last.free();
    boolean isTold = gone > 0 && span.compareTo(SHORTEST) >= 0;
    return isTold ? (long) ((double) last.free() / gone * span.toDays()) : Long.MAX_VALUE;
  }
}
