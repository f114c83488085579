package io.pumphouse.web.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days of a place. Most have 24 hours; in spring and autumn one has 23 or 25, elsewhere half an
 * hour more or less, and a place may skip a day altogether. Immutable.
 *
 * @param zone the calendar they are counted by
 */
public record Days(ZoneId zone) {
  /** The day that a moment belongs to. */
  public LocalDate of(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** From its first moment to the next day's; empty for a day that the place never had. */
  public Optional<Span> span(LocalDate day) {
    Instant from = begin(day);
    Instant to = begin(day.plusDays(1));
    return from.isBefore(to) && of(from).equals(day)
        ? Optional.of(new Span(from, to))
        : Optional.empty();
  }

  /** Every day that a span reaches into, whole, oldest first. */
  public List<Span> in(Span span) {
    LocalDate after = of(span.to().minusNanos(1)).plusDays(1);
    return days(of(span.from()), after).flatMap(day -> span(day).stream()).toList();
  }

  private static Stream<LocalDate> days(LocalDate from, LocalDate to) {
    return from.datesUntil(to);
  }

  /** Midnight, or the first moment after it where clocks are put forward at midnight. */
  private Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
