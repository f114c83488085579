package io.pumphouse.web.page;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Analysis;
import io.pumphouse.web.model.Days;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What pumps did lately. To know it the database must be read, so it is worked out at most once a
 * minute for each pump, however many people look. Thread-safe.
 */
final class Lately {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration RANGE = Duration.ofHours(24);
  private static final int EVENTS = 20;

  private final Site site;
  private final History history;
  private final Analysis analysis;
  private final TimeSource time;
  private final Map<PumpId, Picture> known = new HashMap<>();

  Lately(Site site, History history, Analysis analysis, TimeSource time) {
    this.site = site;
    this.history = history;
    this.analysis = analysis;
    this.time = time;
  }

  /**
   * What one pump did.
   *
   * @param pump which
   * @param at when it was worked out
   * @param today since local midnight
   * @param extremes of the last 24 hours
   * @param events the newest
   * @param nanos the same as {@code at} by a clock that nobody sets
   */
  record Picture(
      PumpId pump,
      Instant at,
      Summary today,
      Map<RegisterId, Extremes> extremes,
      List<Happening> events,
      long nanos) {
    Picture {
      extremes = Map.copyOf(extremes);
      events = List.copyOf(events);
    }
  }

  synchronized Picture of(PumpId pump) {
    long now = time.nanos();
    Optional<Picture> fresh =
        Optional.ofNullable(known.get(pump))
            .filter(picture -> now - picture.nanos() < FRESH.toNanos());
    return fresh.orElseGet(
        () -> {
          Picture picture = look(pump, now);
          known.put(pump, picture);
          return picture;
        });
  }

  private Picture look(PumpId pump, long nanos) {
    Instant now = time.wall();
    return new Picture(
        pump,
        now,
        analysis.insight().summary(pump, today(now)),
        history.extremes(pump, now.minus(RANGE), now),
        analysis.events().events(pump, EVENTS),
        nanos);
  }

  private Span today(Instant now) {
    Instant midnight = new Days(site.zone()).of(now).atStartOfDay(site.zone()).toInstant();
    return new Span(midnight, midnight.isBefore(now) ? now : midnight.plusMillis(1));
  }

  Site site() {
    return site;
  }
}
