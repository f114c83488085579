package io.pumphouse.web.api;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Which time a question is about: a range that ends now, or from and to. Immutable. */
public final class AskedSpan {
  private static final Duration LONGEST = Duration.ofDays(3_660);

  /** Beyond these no reading is and no calendar reckons. */
  private static final Span TIMES = new Span(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

  private final ZoneId zone;
  private final TimeSource time;

  public AskedSpan(Site site, TimeSource time) {
    this.zone = site.zone();
    this.time = time;
  }

  /** What came of reading it. */
  public sealed interface Asked {
    record Found(Span span) implements Asked {}

    /**
     * It is no time.
     *
     * @param cause what was wrong, and what is accepted
     */
    record Wrong(String cause) implements Asked {}
  }

  /**
   * Reads what somebody typed; an empty text is one that was left out.
   *
   * @param fallback the range if nothing is given
   */
  public Asked of(String range, String from, String to, Range fallback) {
    if (from.isEmpty() && to.isEmpty()) {
      return range.isEmpty() ? since(fallback) : since(range);
    }
    if (!range.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return new Asked.Wrong("give range alone, or from and to together");
    }
    return between(from, to);
  }

  private Asked since(String word) {
    return Range.of(word)
        .map(this::since)
        .orElseGet(
            () ->
                new Asked.Wrong(
                    "range \"%s\" is not known; use one of %s".formatted(word, Range.words())));
  }

  private Asked since(Range range) {
    Instant now = time.wall().truncatedTo(ChronoUnit.MILLIS);
    return new Asked.Found(new Span(range.startBefore(now, zone), now));
  }

  private static Asked between(String from, String to) {
    Optional<Instant> start = instant(from);
    Optional<Instant> end = instant(to);
    if (start.isEmpty() || end.isEmpty()) {
      return new Asked.Wrong(
          "%s is no time; write it as 2026-02-03T10:15:30Z"
              .formatted(start.isEmpty() ? "from \"" + from + "\"" : "to \"" + to + "\""));
    }
    if (!start.get().isBefore(end.get())) {
      return new Asked.Wrong("from %s is not before to %s".formatted(from, to));
    }
    return Duration.between(start.get(), end.get()).compareTo(LONGEST) > 0
        ? new Asked.Wrong("%s to %s is longer than ten years".formatted(from, to))
        : new Asked.Found(new Span(start.get(), end.get()));
  }

  /** In milliseconds, for time is stored in no finer ones. */
  private static Optional<Instant> instant(String text) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
      return Optional.of(time).filter(AskedSpan::isPossible);
    } catch (DateTimeParseException _) { // the caller says what was typed and what is accepted
      return Optional.empty();
    }
  }

  private static boolean isPossible(Instant time) {
    return !time.isBefore(TIMES.from()) && !time.isAfter(TIMES.to());
  }
}
