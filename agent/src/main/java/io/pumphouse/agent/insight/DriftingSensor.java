package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.BRINE_IN;
import static io.pumphouse.hal.reading.Metric.BRINE_OUT;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.CONDENSER_IN;
import static io.pumphouse.hal.reading.Metric.CONDENSER_OUT;
import static io.pumphouse.hal.reading.Metric.RETURN_TEMP;
import static io.pumphouse.hal.reading.Metric.SUPPLY_TEMP;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.Finding.Confidence;
import io.pumphouse.web.model.Finding.Evidence;
import io.pumphouse.web.model.Span;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two sensors in the same water moved apart: supply beside condenser out and return beside
 * condenser in while the compressor runs, brine in beside brine out while it rests. 1.5 K is this
 * project's choice: five times what class B sensors differ by at these temperatures (IEC 60751:
 * ±0.3 K at 0 °C).
 */
final class DriftingSensor implements Suspicion {
  private static final double DRIFT = 1.5;

  private final Subject subject;
  private final Difference pair;
  private final boolean isWhileRunning;
  private final Trend trend;

  private DriftingSensor(
      Subject subject, Metric one, Metric other, boolean isWhileRunning, ZoneId zone) {
    this.subject = subject;
    this.pair = new Difference(one, other);
    this.isWhileRunning = isWhileRunning;
    this.trend = new Trend(zone);
  }

  /** One for each pair of neighbours that the model has. */
  static List<Suspicion> of(Subject subject, ZoneId zone) {
    return Stream.of(
            new DriftingSensor(subject, SUPPLY_TEMP, CONDENSER_OUT, true, zone),
            new DriftingSensor(subject, RETURN_TEMP, CONDENSER_IN, true, zone),
            new DriftingSensor(subject, BRINE_IN, BRINE_OUT, false, zone))
        .filter(each -> subject.all(each.pair.warm(), each.pair.cold()).isPresent())
        .<Suspicion>map(each -> each)
        .toList();
  }

  @Override
  public Set<RegisterId> registers() {
    return subject.ids(pair.warm(), pair.cold(), COMPRESSOR_ON);
  }

  @Override
  public void look(Piece piece) {
    double[] kelvin = pair.of(piece);
    double[] on = piece.means(COMPRESSOR_ON);
    double rest = isWhileRunning ? 1 : 0;
    for (int i = 0; i < kelvin.length; i++) {
      if (on[i] == rest && !Double.isNaN(kelvin[i])) {
        trend.add(piece.at(i), piece.seconds(i), kelvin[i]);
      }
    }
  }

  @Override
  public Optional<Finding> finding(Span span) {
    return trend
        .change()
        .filter(change -> Math.abs(change.after() - change.before()) >= DRIFT)
        .map(this::found);
  }

  private Finding found(Trend.Change change) {
    return new Finding(
        "sensor-drift",
        "%s and %s lie side by side and moved apart: one of the two sensors drifts, or has come loose"
            .formatted(pair.warm().label(), pair.cold().label()),
        "compare both with a thermometer; see that each sensor sits firmly and dry",
        change.late(),
        List.of(
            new Evidence(pair.words() + " in the first days", change.before(), "K"),
            new Evidence(pair.words() + " in the last days", change.after(), "K"),
            new Evidence("days compared", change.days(), "d")),
        "1.5 K further apart than before, "
            + (isWhileRunning ? "compressor running" : "compressor at rest"),
        "this project's choice; IEC 60751 class B allows 0.3 K",
        Math.abs(change.after() - change.before()) >= 2 * DRIFT
            ? Confidence.MEDIUM
            : Confidence.LOW);
  }
}
