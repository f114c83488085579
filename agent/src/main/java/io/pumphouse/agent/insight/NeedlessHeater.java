package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.ADD_HEAT_POWER;
import static io.pumphouse.hal.reading.Metric.OUTDOOR_TEMP;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.Finding.Confidence;
import io.pumphouse.web.model.Finding.Evidence;
import io.pumphouse.web.model.Mode;
import io.pumphouse.web.model.Span;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The additional heater ran for the house although colder hours of the same time went without it,
 * so that the cold cannot be the reason. Hours are sorted into bands of 2 K outdoors; hot water is
 * left out, where the heater has other reasons. All thresholds are this project's choice: the pump
 * is compared with itself alone.
 */
final class NeedlessHeater implements Suspicion {
  private static final double BAND = 2;
  private static final double ENOUGH = 6;
  private static final double USED = 0.05;
  private static final double UNUSED = 0.01;
  private static final double SECONDS_OF_AN_HOUR = 3_600;

  private final Subject subject;
  private final NavigableMap<Integer, Hours> bands = new TreeMap<>();

  /** The hours of one band. */
  private static final class Hours {
    private double all;
    private double heated;
    private double energy;

    double share() {
      return heated / all;
    }
  }

  NeedlessHeater(Subject subject) {
    this.subject = subject;
  }

  @Override
  public Set<RegisterId> registers() {
    return Subject.union(subject.ids(ADD_HEAT_POWER, OUTDOOR_TEMP), Modes.candidates(subject));
  }

  @Override
  public void look(Piece piece) {
    Mode[] modes = Modes.of(piece);
    double[] outdoor = piece.means(OUTDOOR_TEMP);
    piece.line(ADD_HEAT_POWER).ifPresent(heater -> look(piece, heater, outdoor, modes));
  }

  private void look(Piece piece, Line heater, double[] outdoor, Mode[] modes) {
    for (int i = 0; i < outdoor.length; i++) {
      if (heater.has(i) && !Double.isNaN(outdoor[i]) && modes[i] != Mode.HOT_WATER) {
        Hours hours = bands.computeIfAbsent((int) Math.floor(outdoor[i] / BAND), _ -> new Hours());
        double time = piece.seconds(i);
        hours.all += time / SECONDS_OF_AN_HOUR;
        hours.heated += heater.busy(i) * time / SECONDS_OF_AN_HOUR;
        hours.energy += Flow.energy(heater.mean(i) * 1_000, time);
      }
    }
  }

  @Override
  public Optional<Finding> finding(Span span) {
    return bands.entrySet().stream()
        .filter(band -> band.getValue().all >= ENOUGH && band.getValue().share() < UNUSED)
        .findFirst()
        .flatMap(cold -> finding(span, (cold.getKey() + 1) * BAND, cold.getKey()));
  }

  /** The coldest band that did without is what the pump can do alone. */
  private Optional<Finding> finding(Span span, double upTo, int coldest) {
    Hours warm = new Hours();
    bands
        .tailMap(coldest + 1)
        .values()
        .forEach(
            each -> {
              warm.all += each.all;
              warm.heated += each.heated;
              warm.energy += each.energy;
            });
    if (warm.all < ENOUGH || warm.share() < USED) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "additional-heat",
            "the additional heater ran for the house while it was warmer outdoors than at hours that"
                + " the compressor managed alone",
            "look at the start of additional heat in degree minutes, at blocked compressor hours and"
                + " at the heat curve",
            span,
            List.of(
                new Evidence("managed alone at up to", upTo, "°C"),
                new Evidence("additional heat in warmer hours", warm.energy, "kWh"),
                new Evidence("hours with it when warmer", warm.heated, "h"),
                new Evidence("hours warmer than that", warm.all, "h")),
            "in use 5 % of at least 6 warmer hours, under 1 % of at least 6 colder ones",
            "this project's choice; the pump is compared with itself",
            warm.share() >= USED * 3 ? Confidence.HIGH : Confidence.MEDIUM));
  }
}
