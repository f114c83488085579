package io.pumphouse.agent.insight;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Curves;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a long time piece by piece, so that memory holds one piece at a time: half a local day in
 * minutes up to a month, a week in quarter hours up to a year, four weeks in hours beyond.
 * Immutable.
 */
final class Pieces {
  private static final Duration LOOK_BACK = Duration.ofHours(1);
  private static final int HOURS_OF_A_HALF_DAY = 12;

  private final History history;
  private final ZoneId zone;

  Pieces(History history, ZoneId zone) {
    this.history = history;
    this.zone = zone;
  }

  /** How fine and how long the pieces of a time are. */
  private enum Grain {
    MINUTE(Duration.ofMinutes(1)),
    QUARTER(Duration.ofMinutes(15)),
    HOUR(Duration.ofHours(1));

    private final Duration step;

    Grain(Duration step) {
      this.step = step;
    }

    /** A month and a year, with room for summer time. */
    static Grain of(Span span) {
      if (span.length().compareTo(Duration.ofDays(31).plusHours(1)) <= 0) {
        return MINUTE;
      }
      return span.length().compareTo(Duration.ofDays(366).plusHours(1)) <= 0 ? QUARTER : HOUR;
    }
  }

  /** Hands over each piece, oldest first. */
  void each(Subject subject, Set<RegisterId> registers, Span span, Consumer<Piece> reader) {
    Grain grain = Grain.of(span);
    Map<RegisterId, Seen> seen = seenBefore(subject, registers, span.from());
    Instant from = span.from();
    while (from.isBefore(span.to())) {
      Instant end = end(from, grain);
      Span part = new Span(from, end.isBefore(span.to()) ? end : span.to());
      Piece piece = read(subject, registers, part, grain.step, seen);
      reader.accept(piece);
      seen = piece.seen();
      from = part.to();
    }
  }

  /** A whole span in steps of this length; at most as many as one answer may have. */
  Piece one(Subject subject, Set<RegisterId> registers, Span span, Duration step) {
    return read(subject, registers, span, step, seenBefore(subject, registers, span.from()));
  }

  /** Which of these have a value at all; asks as little as possible. */
  Set<RegisterId> present(Subject subject, Set<RegisterId> registers, Span span) {
    return history.curves(subject.pump(), registers, span, 1).byRegister().keySet();
  }

  /**
   * Asks for whole steps, so that the history has them ready; the piece knows what to leave out.
   */
  private Piece read(
      Subject subject,
      Set<RegisterId> registers,
      Span span,
      Duration step,
      Map<RegisterId, Seen> before) {
    long length = step.toMillis();
    long from = Math.floorDiv(span.from().toEpochMilli(), length);
    long to = Math.ceilDiv(span.to().toEpochMilli(), length);
    Span whole = new Span(Instant.ofEpochMilli(from * length), Instant.ofEpochMilli(to * length));
    Curves curves = history.curves(subject.pump(), registers, whole, (int) (to - from));
    return Piece.of(subject, span, curves, before);
  }

  /** Where counters stood when the time began. */
  private Map<RegisterId, Seen> seenBefore(
      Subject subject, Set<RegisterId> registers, Instant from) {
    Span past = new Span(from.minus(LOOK_BACK), from);
    return read(subject, registers, past, Grain.MINUTE.step, Map.of()).seen();
  }

  /** Days end at local midnight, whether 23, 24 or 25 hours long. */
  private Instant end(Instant from, Grain grain) {
    var day = from.atZone(zone).toLocalDate();
    Instant noon = day.atStartOfDay(zone).toInstant().plus(Duration.ofHours(HOURS_OF_A_HALF_DAY));
    return switch (grain) {
      case MINUTE -> from.isBefore(noon) ? noon : day.plusDays(1).atStartOfDay(zone).toInstant();
      case QUARTER -> day.plusWeeks(1).atStartOfDay(zone).toInstant();
      case HOUR -> day.plusWeeks(4).atStartOfDay(zone).toInstant();
    };
  }
}
