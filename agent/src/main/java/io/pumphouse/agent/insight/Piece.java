package io.pumphouse.agent.insight;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Curves;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that matters of a pump over a part of the time, small enough for memory. Immutable.
 *
 * @see Pieces
 */
final class Piece {
  /** What to say of figures that only short steps can tell. */
  static final String COARSE =
      "more than a month is read in quarter hours, which hide short runs; ask for a month at most";

  private static final double MILLIS = 1_000.0;
  private static final long FINE = 60_000;

  private final Subject subject;
  private final long first;
  private final long last;
  private final long from;
  private final long step;
  private final int steps;
  private final Map<RegisterId, Line> lines;
  private final Map<RegisterId, Seen> before;

  private Piece(
      Subject subject,
      Span span,
      Curves curves,
      Map<RegisterId, Line> lines,
      Map<RegisterId, Seen> before) {
    this.subject = subject;
    this.first = span.from().toEpochMilli();
    this.last = span.to().toEpochMilli();
    this.from = curves.from().toEpochMilli();
    this.step = curves.step().toMillis();
    this.steps = curves.steps();
    this.lines = lines;
    this.before = Map.copyOf(before);
  }

  /**
   * @param span what the piece stands for; steps that reach beyond count for their part inside
   * @param before the last value of each register before the span
   */
  static Piece of(Subject subject, Span span, Curves curves, Map<RegisterId, Seen> before) {
    Map<RegisterId, Line> lines = new HashMap<>();
    curves.byRegister().forEach((id, curve) -> lines.put(id, Line.of(curve, subject.scale(id))));
    return new Piece(subject, span, curves, lines, before);
  }

  Subject subject() {
    return subject;
  }

  int steps() {
    return steps;
  }

  Duration step() {
    return Duration.ofMillis(step);
  }

  /** Reckoned in longs, because a {@code Duration} multiplies by way of BigDecimal. */
  Instant at(int index) {
    return Instant.ofEpochMilli(start(index));
  }

  /** Whether its steps are so short that they show every change of state. */
  boolean isFine() {
    return step <= FINE;
  }

  /** The same in milliseconds since 1970. */
  long start(int index) {
    return from + index * step;
  }

  /** How much of a step lies in the span. */
  double seconds(int index) {
    long begin = Math.max(start(index), first);
    long end = Math.min(start(index + 1), last);
    return Math.max(0, (end - begin) / MILLIS);
  }

  Optional<Line> line(RegisterId id) {
    return Optional.ofNullable(lines.get(id));
  }

  Optional<Line> line(Metric metric) {
    return subject.id(metric).flatMap(this::line);
  }

  /** The mean of each step; gaps throughout if there is no such series. */
  double[] means(Metric metric) {
    double[] means = Line.gaps(steps);
    line(metric)
        .ifPresent(
            line -> {
              for (int i = 0; i < steps; i++) {
                means[i] = line.mean(i);
              }
            });
    return means;
  }

  Optional<Seen> before(RegisterId id) {
    return Optional.ofNullable(before.get(id));
  }

  /** The last value of each register up to the end of this piece. */
  Map<RegisterId, Seen> seen() {
    Map<RegisterId, Seen> seen = new HashMap<>(before);
    lines.forEach((id, line) -> seen(id, line).ifPresent(last -> seen.put(id, last)));
    return seen;
  }

  private Optional<Seen> seen(RegisterId id, Line line) {
    Optional<Seen> seen = before(id);
    double value = seen.map(Seen::value).orElse(Double.NaN);
    int moved = -1;
    for (int i = 0; i < steps; i++) {
      if (line.has(i) && line.last(i) != value) {
        moved = Double.isNaN(value) ? i : i + 1;
        value = line.last(i);
      }
    }
    return moved < 0 ? seen : Optional.of(new Seen(value, at(moved)));
  }
}
