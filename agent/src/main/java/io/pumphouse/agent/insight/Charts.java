package io.pumphouse.agent.insight;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Chart;
import io.pumphouse.web.model.Chart.Point;
import io.pumphouse.web.model.Curves;
import io.pumphouse.web.model.Derived;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.Insight.Charted;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Metrics over time. Registers come as the history has them; a derived metric is worked out from
 * the finest steps that one answer may have, and then summed into the steps of the chart, because
 * the product of two means is not the mean of the products.
 */
final class Charts {
  private static final List<Duration> FINE =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1));

  private final History history;
  private final Pieces pieces;

  Charts(History history, Pieces pieces) {
    this.history = history;
    this.pieces = pieces;
  }

  /** What one name asks for. */
  private sealed interface Wanted {
    record Stored(String name, Register register) implements Wanted {}

    record WorkedOut(String name, Derived derived) implements Wanted {}
  }

  Charted chart(Subject subject, List<String> metrics, Span span, int points) {
    List<Wanted> wanted = new ArrayList<>();
    for (String name : metrics) {
      Optional<Wanted> found = find(subject, name);
      if (found.isEmpty()) {
        return new Charted.NoSuchMetric(name, known(subject));
      }
      wanted.add(found.get());
    }
    return new Charted.Drawn(draw(subject, wanted, span, points));
  }

  private static Optional<Wanted> find(Subject subject, String name) {
    return Derived.of(name)
        .<Wanted>map(derived -> new Wanted.WorkedOut(name, derived))
        .or(() -> subject.map().named(name).map(register -> new Wanted.Stored(name, register)));
  }

  private static List<String> known(Subject subject) {
    Set<String> metrics =
        subject.map().metrics().keySet().stream()
            .map(Metric::key)
            .collect(Collectors.toCollection(TreeSet::new));
    return Stream.concat(metrics.stream(), Derived.words().stream()).toList();
  }

  private Chart draw(Subject subject, List<Wanted> wanted, Span span, int points) {
    Set<RegisterId> registers =
        wanted.stream()
            .filter(Wanted.Stored.class::isInstance)
            .map(each -> ((Wanted.Stored) each).register().id())
            .collect(Collectors.toSet());
    Curves grid = history.curves(subject.pump(), registers, span, points);
    boolean isAllStored = wanted.stream().allMatch(Wanted.Stored.class::isInstance);
    Optional<Sampling> sampling =
        isAllStored ? Optional.empty() : Optional.of(sampling(subject, span, grid));
    List<Chart.Line> lines =
        wanted.stream()
            .map(
                each ->
                    switch (each) {
                      case Wanted.Stored stored -> line(grid, stored);
                      case Wanted.WorkedOut(String name, Derived derived) ->
                          new Chart.Line(name, sampling.orElseThrow().points(derived));
                    })
            .toList();
    return new Chart(grid.from(), grid.step(), grid.steps(), lines);
  }

  private Sampling sampling(Subject subject, Span asked, Curves grid) {
    Span span = wholeHours(asked);
    Choice choice = Choice.of(subject, pieces, span);
    Set<RegisterId> needed = Subject.union(choice.registers(subject), Sampling.candidates(subject));
    Piece piece = pieces.one(subject, needed, span, fine(span, grid.step()));
    return new Sampling(piece, choice, grid);
  }

  /** From the beginning of an hour, so that a COP of its quarters is of all of them, or of it. */
  private static Span wholeHours(Span span) {
    long from = span.from().toEpochMilli();
    return new Span(Instant.ofEpochMilli(from - Math.floorMod(from, Sampling.HOUR)), span.to());
  }

  /** The finest whole step that fits into one answer, but none coarser than the chart's. */
  private static Duration fine(Span span, Duration step) {
    long most = span.length().toMillis() / (History.MOST_POINTS - 2) + 1;
    return FINE.stream()
        .filter(each -> each.toMillis() >= most && each.compareTo(step) <= 0)
        .findFirst()
        .orElse(step);
  }

  private static Chart.Line line(Curves grid, Wanted.Stored stored) {
    double scale = stored.register().scale().doubleValue();
    List<Point> points =
        Optional.ofNullable(grid.byRegister().get(stored.register().id()))
            .map(curve -> points(Line.of(curve, scale)))
            .orElse(List.of());
    return new Chart.Line(stored.name(), points);
  }

  private static List<Point> points(Line line) {
    return IntStream.range(0, line.steps())
        .filter(line::has)
        .mapToObj(i -> new Point(i, line.lowest(i), line.mean(i), line.highest(i), line.covered(i)))
        .toList();
  }
}
