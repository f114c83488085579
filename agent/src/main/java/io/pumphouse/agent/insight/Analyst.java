package io.pumphouse.agent.insight;

import io.pumphouse.agent.clock.Trust;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.EnergyFlow;
import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.Insight;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Summary;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says what the stored readings of the pumps mean. Thread-safe: it keeps nothing between two
 * questions.
 */
public final class Analyst implements Insight {
  private static final String UNSURE =
      "what time it is is not known yet, so nothing is summed by it; connect the machine to a time"
          + " server, or set its clock and wait ten minutes";

  private final Map<PumpId, Subject> subjects;
  private final Site site;
  private final Trust trust;
  private final Pieces pieces;
  private final Charts charts;

  /**
   * @param subjects the pumps it knows
   * @param site whose calendar and price count
   * @param trust whether the wall clock can be believed; until then nothing is summed by it
   */
  public Analyst(Collection<Subject> subjects, History history, Site site, Trust trust) {
    this.subjects =
        subjects.stream().collect(Collectors.toUnmodifiableMap(Subject::pump, Function.identity()));
    this.site = site;
    this.trust = trust;
    this.pieces = new Pieces(history, site.zone());
    this.charts = new Charts(history, pieces);
  }

  @Override
  public Charted chart(PumpId pump, List<String> metrics, Span span, int points) {
    return charts.chart(subject(pump), metrics, span, points);
  }

  @Override
  public Summary summary(PumpId pump, Span span) {
    Subject subject = subject(pump);
    if (!trust.isSure()) {
      return Summary.unknown(span, UNSURE);
    }
    Choice choice = Choice.of(subject, pieces, span);
    Books books = new Books(site, choice);
    eachSheet(subject, choice, span, books::add);
    return books.summary(span);
  }

  @Override
  public EnergyFlow energyFlow(PumpId pump, Span span) {
    Subject subject = subject(pump);
    if (!trust.isSure()) {
      return new EnergyFlow(span, Duration.ZERO, List.of(), List.of(), UNSURE);
    }
    Choice choice = Choice.of(subject, pieces, span);
    Balance balance = new Balance(choice);
    eachSheet(subject, choice, span, balance::add);
    return balance.flow(span);
  }

  @Override
  public List<Finding> findings(PumpId pump, Span span) {
    if (!trust.isSure()) {
      return List.of();
    }
    Suspicions suspicions = new Suspicions(subject(pump), span, site.zone());
    pieces.each(subject(pump), suspicions.registers(), span, suspicions::add);
    return suspicions.findings();
  }

  private void eachSheet(Subject subject, Choice choice, Span span, Consumer<Sheet> reader) {
    pieces.each(
        subject, choice.registers(subject), span, piece -> reader.accept(new Sheet(piece, choice)));
  }

  private Subject subject(PumpId pump) {
    return Optional.ofNullable(subjects.get(pump))
        .orElseThrow(() -> new IllegalArgumentException("no pump is called " + pump));
  }
}
