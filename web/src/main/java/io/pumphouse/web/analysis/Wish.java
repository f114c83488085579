package io.pumphouse.web.analysis;

import io.javalin.http.Context;
import io.pumphouse.web.api.AskedSpan;
import io.pumphouse.web.api.AskedSpan.Asked;
import io.pumphouse.web.api.Range;
import io.pumphouse.web.model.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Which time somebody wants to see. Public because compiled templates live in a package of their
 * own.
 *
 * @param range {@code 24h}; empty for a time of their own
 * @param span the time itself
 * @param zone the site's
 * @param wrong why what they typed is no time; empty if it is
 */
public record Wish(String range, Span span, ZoneId zone, String wrong) {
  private static final Range USUAL = Range.DAY;
  private static final DateTimeFormatter AS_BROWSERS_WRITE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  static Wish of(Context context, AskedSpan spans, ZoneId zone) {
    String range = parameter(context, "range");
    String from = stamped(parameter(context, "from"), zone);
    String to = stamped(parameter(context, "to"), zone);
    String fallback = USUAL.word();
    return switch (spans.of(range, from, to, USUAL)) {
      case Asked.Found(Span span) ->
          new Wish(from.isEmpty() && range.isEmpty() ? fallback : range, span, zone, "");
      case Asked.Wrong(String cause) ->
          switch (spans.of(fallback, "", "", USUAL)) {
            case Asked.Found(Span span) -> new Wish(fallback, span, zone, cause);
            case Asked.Wrong(String bug) -> throw new IllegalStateException(bug);
          };
    };
  }

  static String parameter(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("");
  }

  /** Forms send the time of the site's clocks; anything else is left as it is. */
  private static String stamped(String typed, ZoneId zone) {
    try {
      return LocalDateTime.parse(typed).atZone(zone).toInstant().toString();
    } catch (DateTimeException _) { // whoever reads it next says what is accepted
      return typed;
    }
  }

  /** Every range there is to choose from. */
  public List<String> ranges() {
    return List.of(Range.words().split(", "));
  }

  /** The beginning by the site's clocks, as forms have it. */
  public String from() {
    return local(span.from());
  }

  /** The end by the site's clocks, as forms have it. */
  public String to() {
    return local(span.to());
  }

  /** The question for programs: the range, so that it goes on, or the time that was chosen. */
  public String query() {
    return isFollowing() ? "range=" + range : "from=%s&to=%s".formatted(span.from(), span.to());
  }

  /** Whether the time ends now, and goes on. */
  public boolean isFollowing() {
    return !range.isEmpty();
  }

  private String local(Instant at) {
    return AS_BROWSERS_WRITE.format(at.atZone(zone));
  }
}
