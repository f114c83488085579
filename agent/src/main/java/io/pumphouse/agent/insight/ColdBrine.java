package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.BRINE_IN;
import static io.pumphouse.hal.reading.Metric.BRINE_OUT;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.Finding.Confidence;
import io.pumphouse.web.model.Finding.Evidence;
import io.pumphouse.web.model.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ground gives less than is taken: the mean of brine in and out stays below zero for long, or
 * falls below -5 °C. The geological survey of Saxony-Anhalt (lagb.idu.de, "Betriebstemperatur")
 * asks that this mean stay at 0 °C or above in lasting use and at -5 °C or above at peak load; half
 * a day of running and half an hour are this project's reading of "lasting" and "peak".
 */
final class ColdBrine implements Suspicion {
  private static final double LASTING = 0;
  private static final double PEAK = -5;
  private static final double HOURS_OF_LASTING = 12;
  private static final double HOURS_OF_PEAK = 0.5;
  private static final double SECONDS_OF_AN_HOUR = 3_600;

  private final Subject subject;
  private double running;
  private double sum;
  private double belowPeak;
  private double coldest = Double.POSITIVE_INFINITY;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  ColdBrine(Subject subject) {
    this.subject = subject;
  }

  @Override
  public Set<RegisterId> registers() {
    return subject.ids(BRINE_IN, BRINE_OUT, COMPRESSOR_ON);
  }

  @Override
  public void look(Piece piece) {
    double[] in = piece.means(BRINE_IN);
    double[] out = piece.means(BRINE_OUT);
    double[] on = piece.means(COMPRESSOR_ON);
    for (int i = 0; i < in.length; i++) {
      double mean = (in[i] + out[i]) / 2;
      if (on[i] >= 0.5 && !Double.isNaN(mean)) {
        add(piece, i, mean);
      }
    }
  }

  private void add(Piece piece, int step, double mean) {
    double hours = piece.seconds(step) / SECONDS_OF_AN_HOUR;
    running += hours;
    sum += mean * hours;
    coldest = Math.min(coldest, mean);
    belowPeak += mean < PEAK ? hours : 0;
    if (mean < LASTING) {
      first = piece.at(step).isBefore(first) ? piece.at(step) : first;
      last = piece.at(step + 1);
    }
  }

  @Override
  public Optional<Finding> finding(Span span) {
    boolean isPeak = belowPeak >= HOURS_OF_PEAK;
    boolean isLasting = running >= HOURS_OF_LASTING && sum / running < LASTING;
    if (!isPeak && !isLasting) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "cold-brine",
            "the brine is colder than a borehole should get: it gives less heat than is taken, or"
                + " the brine flows too slowly",
            "look at the brine pump and its filter, have the brine's frost protection measured, and"
                + " compare with the same time of other years",
            new Span(first, last),
            List.of(
                new Evidence("mean of brine in and out while running", sum / running, "°C"),
                new Evidence("coldest", coldest, "°C"),
                new Evidence("hours below -5 °C", belowPeak, "h"),
                new Evidence("hours running", running, "h")),
            "mean below 0 °C over 12 h of running, or below -5 °C for half an hour",
            "geological survey of Saxony-Anhalt (LAGB), operating temperature of borehole exchangers",
            isPeak ? Confidence.HIGH : Confidence.MEDIUM));
  }
}
