package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.COMPRESSOR_FREQUENCY;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;

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
 * The difference over brine or heating, while the compressor runs, shrank by a quarter and by 0.8 K
 * or more at the same compressor speed: less heat is moved, or more water. The thresholds are this
 * project's choice: twice what two sensors of ±0.2 K and daily weather make of it.
 */
final class ShrinkingDifference implements Suspicion {
  private static final double SHARE = 0.25;
  private static final double LEAST = 0.8;
  private static final double SAME_SPEED = 0.1;

  private final Subject subject;
  private final Difference pair;
  private final String kind;
  private final String what;
  private final Trend difference;
  private final Trend speed;

  private ShrinkingDifference(
      Subject subject, Difference pair, String kind, String what, ZoneId zone) {
    this.subject = subject;
    this.pair = pair;
    this.kind = kind;
    this.what = what;
    this.difference = new Trend(zone);
    this.speed = new Trend(zone);
  }

  /** One for the brine and one for the heating side, as far as the model has the sensors. */
  static List<Suspicion> of(Subject subject, ZoneId zone) {
    Optional<Difference> brine =
        subject.all(Metric.BRINE_IN, Metric.BRINE_OUT).map(_ -> Difference.BRINE);
    Optional<Difference> heating = Difference.heating(subject, Sampling.candidates(subject));
    return Stream.concat(
            brine.stream()
                .map(
                    pair ->
                        new ShrinkingDifference(
                            subject, pair, "shrinking-brine-difference", "brine", zone)),
            heating.stream()
                .map(
                    pair ->
                        new ShrinkingDifference(
                            subject, pair, "shrinking-heating-difference", "heating water", zone)))
        .<Suspicion>map(each -> each)
        .toList();
  }

  @Override
  public Set<RegisterId> registers() {
    return subject.ids(pair.warm(), pair.cold(), COMPRESSOR_ON, COMPRESSOR_FREQUENCY);
  }

  @Override
  public void look(Piece piece) {
    double[] kelvin = pair.of(piece);
    double[] on = piece.means(COMPRESSOR_ON);
    double[] hertz = piece.means(COMPRESSOR_FREQUENCY);
    for (int i = 0; i < kelvin.length; i++) {
      if (on[i] >= 1 && !Double.isNaN(kelvin[i])) { // Whole steps: starting up is another matter.
        difference.add(piece.at(i), piece.seconds(i), kelvin[i]);
        if (!Double.isNaN(hertz[i])) {
          speed.add(piece.at(i), piece.seconds(i), hertz[i]);
        }
      }
    }
  }

  @Override
  public Optional<Finding> finding(Span span) {
    return difference
        .change()
        .filter(this::hasShrunk)
        .filter(_ -> isAtSameSpeed())
        .map(this::found);
  }

  private boolean hasShrunk(Trend.Change change) {
    double lost = change.before() - change.after();
    return lost >= LEAST && lost >= change.before() * SHARE;
  }

  /** A compressor that tells no speed has one only. */
  private boolean isAtSameSpeed() {
    return speed
        .change()
        .map(change -> Math.abs(change.after() - change.before()) <= change.before() * SAME_SPEED)
        .orElse(true);
  }

  private Finding found(Trend.Change change) {
    return new Finding(
        kind,
        "the difference over the %s shrank at the same compressor speed: less heat is moved, or the pump drives more"
                .formatted(what)
            + " liquid than before",
        "compare with the pump's speed and settings; if those did not change, have the refrigerant"
            + " circuit looked at",
        change.late(),
        List.of(
            new Evidence(pair.words() + " in the first days", change.before(), "K"),
            new Evidence(pair.words() + " in the last days", change.after(), "K"),
            new Evidence("days compared", change.days(), "d")),
        "a quarter and 0.8 K less, at the same compressor speed within 10 %",
        "this project's choice",
        change.after() < change.before() / 2 ? Confidence.MEDIUM : Confidence.LOW);
  }
}
